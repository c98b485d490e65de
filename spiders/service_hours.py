"""When can a customer reach somebody? Looks for the pages on which service hours stand."""

from __future__ import annotations

from spiders.manners import Want
from spiders.shop import ShopSpider


class ServiceHours(ShopSpider):
    """Contact first, then help and questions; many shops keep the hours in the foot of every page."""

    name = "service_hours"
    wanted = (
        Want(role="contact", intents=("contact",)),
        Want(role="help", intents=("help",), elsewhere=True),
        Want(role="faq", intents=("faq",), elsewhere=True),
    )
    hubs = ("help", "contact", "about", "imprint")
    most_requests = 20
