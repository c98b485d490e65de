"""Who is the shop, and how can it be reached? Looks for the pages that name the trader."""

from __future__ import annotations

from spiders.manners import Want
from spiders.shop import ShopSpider


class ContactInfo(ShopSpider):
    """Contact page and imprint; where no law asks for one, the page about the company takes its place."""

    name = "contact_info"
    wanted = (
        Want(role="contact", intents=("contact",)),
        Want(role="imprint", intents=("imprint", "about")),
    )
    hubs = ("contact", "help", "about", "terms")
    most_requests = 16
