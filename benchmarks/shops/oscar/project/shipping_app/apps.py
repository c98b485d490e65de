"""Tells the engine to look here for the methods."""

from oscar.apps.shipping import apps


class ShippingConfig(apps.ShippingConfig):
    """The engine's shipping app under our path."""

    name = "shipping_app"
