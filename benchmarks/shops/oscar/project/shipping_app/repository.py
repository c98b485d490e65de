"""What delivery costs here."""

from decimal import Decimal

from oscar.apps.shipping import methods, repository


class Standard(methods.FixedPrice):
    """The cheapest comes first: the basket shows it as an estimate."""

    code = "standard"
    name = "Standard delivery, 3 to 5 working days"
    charge_excl_tax = charge_incl_tax = Decimal("4.90")


class Express(methods.FixedPrice):
    """The next working day."""

    code = "express"
    name = "Express delivery, next working day"
    charge_excl_tax = charge_incl_tax = Decimal("11.90")


class Repository(repository.Repository):
    """Both methods for every basket and address."""

    methods = (Standard(), Express())
