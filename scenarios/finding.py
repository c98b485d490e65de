"""Finding a product to buy, the way a customer looks for one."""

from __future__ import annotations

from collections.abc import AsyncIterator

from auditor.errors import VisitError
from auditor.models import Candidate, Choice, Reason
from auditor.pages.offers import list_offers
from auditor.pages.products import Card, is_product_page, is_sold_out, product_cards, product_title
from auditor.pages.ranking import rank
from auditor.snapshot import Snapshot
from scenarios.shopper import Shopper

MAX_PRODUCTS = 6
"""Products that are looked at before we say that all were sold out."""
MAX_LISTS = 5


async def reach_product(shopper: Shopper) -> Snapshot:
    """Go to a product that can be bought; gives its page and remembers it for later visits.

    Raises: VisitError element_not_found when no product was found, sold_out when none could be bought.
    """
    refused = shopper.known.refused
    if shopper.known.product_url and shopper.known.product_url not in refused:
        page = await shopper.open(shopper.known.product_url)
        if shopper.known.sells_from_list or is_product_page(
            page, shopper.lexicon, shopper.known.product_title
        ):
            return page
    seen_products, tried = 0, set[str]()
    async for list_url, cards in _lists(shopper):
        for card in _best_first(cards):
            place = card.control.href or card.title
            if place in tried or seen_products >= MAX_PRODUCTS:
                continue
            tried.add(place)
            page = await _open_card(shopper, card)
            if not is_product_page(page, shopper.lexicon, card.title):
                continue
            seen_products += 1
            if page.url in refused:
                continue
            if is_sold_out(page, shopper.lexicon):
                await shopper.keep("product_sold_out", title=product_title(page))
                continue
            shopper.known.product_url, shopper.known.product_title = page.url, product_title(page)
            shopper.known.list_url = list_url
            return page
        if seen_products >= MAX_PRODUCTS:
            break
    if not seen_products and (offering := await _selling_list(shopper)) is not None:
        return offering
    if seen_products:
        raise VisitError("sold_out", f"{seen_products} products were looked at")
    raise shopper.lost("a product")


async def _selling_list(shopper: Shopper) -> Snapshot | None:
    """The shop's first page, where it sells from a list and products have no pages of their own."""
    page = await shopper.open(shopper.known.list_url or shopper.shop.url)
    offers = list_offers(page, shopper.lexicon)
    if not offers:
        return None
    shopper.known.product_url, shopper.known.product_title = page.url, offers[0].title
    shopper.known.sells_from_list = True
    return page


async def _lists(shopper: Shopper) -> AsyncIterator[tuple[str, tuple[Card, ...]]]:
    """The lists of products, nearest first: the home page, then what its menu leads to."""
    visited = set[str]()
    if shopper.known.list_url:
        page = await shopper.open(shopper.known.list_url)
        visited.add(shopper.known.list_url)
        yield page.url, product_cards(page, shopper.lexicon)
    home = await shopper.open(shopper.shop.url)
    cards = product_cards(home, shopper.lexicon)
    if cards and home.url not in visited:
        yield home.url, cards
    visited.add(home.url)
    for link in _ways_to_lists(shopper, home):
        if link in visited or len(visited) > MAX_LISTS:
            continue
        visited.add(link)
        try:
            page = await shopper.open(link)
        except VisitError as error:
            if error.code in ("budget", "crashed", "bot_wall"):
                raise
            continue
        cards = product_cards(page, shopper.lexicon)
        if cards:
            await shopper.keep("listing")
            yield page.url, cards
        for deeper in _ways_to_lists(shopper, page)[:3]:
            if deeper not in visited and len(visited) <= MAX_LISTS:
                visited.add(deeper)
                page = await shopper.open(deeper)
                cards = product_cards(page, shopper.lexicon)
                if cards:
                    await shopper.keep("listing")
                    yield page.url, cards


def _ways_to_lists(shopper: Shopper, page: Snapshot) -> list[str]:
    """Addresses that look like lists of products, best first: words of a shop or category, then the menu."""
    ranked = [c for c in rank(page, "category_link", shopper.lexicon) if c.score >= 4]
    chosen = [page.controls[c.i] for c in ranked]
    others = [
        c
        for c in page.controls
        if c.visible
        and c.role == "link"
        and c.landmark in ("nav", "header", "main", "")
        and c.href
        and not any(
            shopper.lexicon.score(i, c.name) >= 0.6
            for i in (
                "account",
                "login",
                "view_cart",
                "faq",
                "help",
                "contact",
                "returns",
                "terms",
                "privacy",
                "imprint",
                "about",
                "shipping_info",
                "payment_info",
                "wish_list",
                "create_account",
            )
        )
    ]
    hrefs = [c.href.split("#")[0] for c in (*chosen, *others) if c.href and shopper.same_shop(c.href)]
    return [h for h in dict.fromkeys(hrefs) if h.rstrip("/") != shopper.shop.url.rstrip("/")]


def _as_card(index: int, card: Card) -> Candidate:
    why = Reason(feature="product_card", points=1, because=card.text[:120])
    return Candidate(i=index, score=1, words=card.title, reasons=(why,))


def _best_first(cards: tuple[Card, ...]) -> list[Card]:
    """Cards that are not sold out, those with a price first; otherwise in the page's order."""
    return sorted(cards, key=lambda c: (c.sold_out, not c.control.price_near))


async def _open_card(shopper: Shopper, card: Card) -> Snapshot:
    """Press the card's link, or go to its address where the list is no longer on the screen."""
    look = await shopper.look()
    for control in look.snapshot.controls:
        if (
            control.visible
            and control.path == card.control.path
            and control.name == card.control.name
            and (control.href == card.control.href)
        ):
            before = look.snapshot.url
            choice = Choice(intent="product_link", best=_as_card(control.i, card))
            await shopper.click(look, control, choice=choice, intent="product_link")
            after = (await shopper.look()).snapshot
            if after.url != before or not card.control.href:
                return after
            break
    return await shopper.open(card.control.href) if card.control.href else (await shopper.look()).snapshot
