"""What does the shop promise? Looks for returns, delivery, payment, terms and privacy."""

from __future__ import annotations

from spiders.manners import Want
from spiders.shop import ShopSpider


class Policies(ShopSpider):
    """Two returns pages are kept where there are two: the law's words and the shop's own promise."""

    name = "policies"
    wanted = (
        Want(role="returns_policy", intents=("returns",), pages=2, elsewhere=True),
        Want(role="shipping_policy", intents=("shipping_info",)),
        Want(role="payment_info", intents=("payment_info",)),
        Want(role="terms", intents=("terms",)),
        Want(role="privacy", intents=("privacy",)),
    )
    hubs = ("help", "faq", "terms", "about", "contact")
    most_requests = 30
