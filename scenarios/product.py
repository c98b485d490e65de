"""A customer looks at a product: can one be found, and can it be bought?"""

from __future__ import annotations

from scenarios.finding import reach_product
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Find a product that can be bought and keep its page."""
    await reach_product(shopper)
    await shopper.keep("product", title=shopper.known.product_title, bought=True)
    shopper.reached("product")
