"""Choosing options, putting into the cart, opening and emptying it: each step believed only when seen."""

from __future__ import annotations

from dataclasses import replace

from auditor.errors import VisitError
from auditor.lexicon import Lexicon, fold
from auditor.models import Candidate, Choice, Reason
from auditor.pages.cart import (
    cart_count,
    choose_cart_link,
    choose_checkout,
    choose_remove,
    choose_update,
    hidden_cart_link,
    is_cart,
    is_empty,
    lists_product,
)
from auditor.pages.offers import list_offers
from auditor.pages.options import Question, open_questions, questions, variant_links
from auditor.pages.products import choose_add_to_cart, names_product, product_title
from auditor.pages.ranking import choose
from auditor.pages.states import error_texts
from auditor.snapshot import Control, Snapshot
from scenarios.finding import reach_product
from scenarios.shopper import Shopper

ANSWERS = 5
"""Combinations of options that are tried before a product is held to be sold out."""


async def put_into_cart(shopper: Shopper) -> str:
    """Put a product into the cart; gives its title.

    A product that proves to be sold out only when it is bought makes way for the next one.
    Raises: VisitError sold_out, element_not_found, unverified, ...
    """
    for last in (False, False, False, True):
        try:
            return await _put_one_into_cart(shopper)
        except VisitError as error:
            nothing_to_press = error.code == "element_not_found" and "add_to_cart" in error.detail
            known = shopper.known.product_url
            if last or known in shopper.known.refused or not (error.code == "sold_out" or nothing_to_press):
                raise
            if nothing_to_press:
                shopper.known.refused.add(known)
                continue
            shopper.known.refused.add(shopper.known.product_url)
            await shopper.keep("product_sold_out", title=shopper.known.product_title)
    raise AssertionError("unreachable")


async def _put_one_into_cart(shopper: Shopper) -> str:
    page = await reach_product(shopper)
    title = shopper.known.product_title
    if shopper.known.sells_from_list:
        look = await shopper.look()
        row = next((o for o in list_offers(look.snapshot, shopper.lexicon) if o.title == title), None)
        if row is None:
            raise shopper.lost("a row to buy from")
        if row.quantity.tag == "select":
            await shopper.select(look, row.quantity, "1", "1", intent="quantity")
        else:
            await shopper.type(look, row.quantity, "1", intent="quantity")
        page = (await shopper.look()).snapshot
    if choose_add_to_cart(page, shopper.lexicon) is None and (links := variant_links(page, shopper.lexicon)):
        page = await shopper.open(links[0].href)
    if await answer_questions(shopper):
        # "Thermos - Black" may have become "Thermos - White": what lies in the cart is called so.
        title = product_title((await shopper.look()).snapshot) or title
    await _answer_again_if_lost(shopper)
    for attempt in range(ANSWERS):
        before = (await shopper.look()).snapshot
        try:
            seen = await shopper.press(
                lambda s: _only_the_best(choose_add_to_cart(s, shopper.lexicon)),
                lambda b, a: (
                    seen_in_cart(b, a, title, shopper.lexicon) or _asks_option(b, a, shopper.lexicon)
                ),
                intent="add_to_cart",
                tries=2,
            )
        except VisitError as error:
            if error.code != "unverified":
                raise
            # No sign on this page: the cart itself is the last witness.
            if await _cart_has(shopper, title):
                await shopper.keep("cart_added", title=title, seen="the cart lists it")
                return title
            raise
        if seen != _OPTION_ASKED:
            await shopper.keep("cart_added", title=title, seen=seen)
            return title
        if not await answer_questions(shopper, again=attempt):
            raise VisitError("sold_out", f"the options of {title} cannot be chosen ({before.url})")
    raise VisitError("sold_out", f"every choice of {title} that we tried was refused")


async def _answer_again_if_lost(shopper: Shopper) -> None:
    """Choose once more where the way into the cart is still off: a page that woke up late lost the choice."""
    page = (await shopper.look()).snapshot
    choice = choose_add_to_cart(page, shopper.lexicon)
    if choice is not None and not page.controls[choice.best.i].enabled:
        await shopper.moment(0.6)
        await answer_questions(shopper, redo=True)


def _only_the_best(choice: Choice | None) -> Choice | None:
    """Without runners-up: before a second button is pressed, the cart is looked into."""
    return replace(choice, runners_up=()) if choice else None


_OPTION_ASKED = "an option is asked for"


def _asks_option(before: Snapshot, after: Snapshot, lexicon: Lexicon) -> str:
    """Whether the page asks for an option, or says that the one chosen is sold out."""
    known = {b.text for b in before.blocks if b.visible}
    for block in after.blocks:
        again = block.live or lexicon.intents["field_error"].token_score(block.tokens) > 0
        if block.visible and len(block.text) < 200 and (block.text not in known or again):
            if lexicon.matches("option_missing", block.text) or lexicon.matches("sold_out", block.text):
                return _OPTION_ASKED
    return _OPTION_ASKED if error_texts(after, lexicon) and open_questions(after, lexicon) else ""


def seen_in_cart(before: Snapshot, after: Snapshot, title: str, lexicon: Lexicon) -> str:
    """What shows that the product is in the cart now, or an empty string."""
    was, now = cart_count(before, lexicon), cart_count(after, lexicon)
    if now is not None and now > (was or 0):
        return f"the cart counts {now}"
    if after.url != before.url and is_cart(after, lexicon, title):
        return "the cart opened and lists it"
    known = {b.text for b in before.blocks if b.visible}
    fresh = [b for b in after.blocks if b.visible and b.text not in known]
    for block in fresh:
        if (
            len(block.text) < 250
            and lexicon.matches("added_to_cart", block.text)
            and not lexicon.matches("sold_out", block.text)
        ):
            return f"“{block.text[:120]}”"
    opened = [b for b in fresh if b.dialog >= 0]
    if any(names_product(b.text, title) for b in opened) and any(
        lexicon.score(i, c.name) >= 0.6
        for c in after.controls
        if c.visible and c.dialog >= 0
        for i in ("checkout", "view_cart")
    ):
        return "a drawer opened and lists it"
    if (
        after.url != before.url
        and lists_product(after, title)
        and any(lexicon.score("checkout", c.name) >= 0.6 for c in after.controls if c.visible)
    ):
        return "a page with the product and the way to the checkout opened"
    return ""


async def answer_questions(shopper: Shopper, *, again: int = -1, redo: bool = False) -> bool:
    """Choose what the product asks for; the first that can be had, or with `again` the next one.

    redo: choose what is chosen already, too.
    True when something was chosen.
    """
    chosen = False
    pressed: set[str] = set()
    for _ in range(6):
        look = await shopper.look()
        if redo or (again >= 0 and not chosen):
            todo: tuple[Question, ...] = questions(look.snapshot, shopper.lexicon)
        else:
            todo = open_questions(look.snapshot, shopper.lexicon)
        if not todo:
            return chosen
        todo = tuple(q for q in todo if q.label not in pressed or (q.control is not None and not redo))
        if not todo:
            return chosen
        question, number = todo[0], max(0, again + 1 if not chosen else 0)
        pressed.add(question.label)
        if question.control is not None:
            option = question.options[number % len(question.options)]
            await shopper.select(look, question.control, option.value, option.text, intent="option")
        else:
            control = question.answers[number % len(question.answers)]
            await shopper.click(
                look,
                control,
                intent="option",
                choice=_as_answer(control, question),
            )
        after = (await shopper.look()).snapshot
        left = open_questions(after, shopper.lexicon)
        chosen = True
        if len(left) >= len(todo) and again < 0 and left and left[0].label == question.label:
            return chosen  # the page does not show what is chosen: pressing again would toggle it
    return chosen


def _as_answer(control: Control, question: Question) -> Choice:
    why = Reason(feature="first_that_can_be_had", points=1, because=f"answers “{question.label}”")
    return Choice(intent="option", best=Candidate(i=control.i, score=1, words=control.words, reasons=(why,)))


async def _cart_has(shopper: Shopper, title: str) -> bool:
    try:
        page = await open_cart(shopper, title)
    except VisitError as error:
        if error.code in ("budget", "crashed", "timeout"):
            raise
        return False
    return is_cart(page, shopper.lexicon, title)


async def open_cart(shopper: Shopper, title: str) -> Snapshot:
    """Go to the cart that lists the product.

    A full cart page is preferred to a drawer, as it shows more; a drawer is a cart where there is no page.
    Raises: VisitError element_not_found or unverified.
    """
    look = await shopper.look()
    if shopper.known.sells_from_list and choose_checkout(look.snapshot, shopper.lexicon) is not None:
        return look.snapshot  # list and cart are one page
    if _full_cart(look.snapshot, shopper.lexicon, title):
        return look.snapshot
    drawer: Snapshot | None = look.snapshot if is_cart(look.snapshot, shopper.lexicon, title) else None

    def arrived(before: Snapshot, after: Snapshot) -> str:
        if after.url != before.url and is_cart(after, shopper.lexicon, title):
            return "the cart lists the product"
        if _opened_drawer(before, after, shopper.lexicon, title):
            return "a drawer lists the product"
        if is_empty(after, shopper.lexicon) and after.url != before.url:
            return "the cart is empty"
        return ""

    for _ in range(2):
        try:
            await shopper.press(
                lambda s: _way_to_cart(s, shopper.lexicon, title),
                arrived,
                intent="view_cart",
                tries=3,
                patience=3.0,
            )
        except VisitError as error:
            if drawer is not None and error.code in ("unverified", "element_not_found"):
                return drawer
            href = hidden_cart_link((await shopper.look()).snapshot, shopper.lexicon)
            if error.code != "element_not_found" or not href or not shopper.same_shop(href):
                raise
            await shopper.open(href)
        page = (await shopper.look()).snapshot
        if is_empty(page, shopper.lexicon) and not lists_product(page, title):
            raise VisitError("unverified", "the cart is empty after adding")
        if _full_cart(page, shopper.lexicon, title):
            return page
        drawer = page
    return drawer if drawer is not None else (await shopper.look()).snapshot


def _way_to_cart(snapshot: Snapshot, lexicon: Lexicon, title: str) -> Choice | None:
    """The way to the cart; with its drawer open already, only what leads on from there."""
    choice = choose_cart_link(snapshot, lexicon)
    if choice is None or not lists_product(snapshot, title, dialog=True):
        return choice
    inside = [
        c
        for c in (choice.best, *choice.runners_up)
        if snapshot.controls[c.i].dialog >= 0
        and lexicon.score("view_cart", snapshot.controls[c.i].name) >= 0.5
    ]
    return replace(choice, best=inside[0], runners_up=tuple(inside[1:])) if inside else None


def _full_cart(snapshot: Snapshot, lexicon: Lexicon, title: str) -> bool:
    """A cart as a page of its own, not a drawer over another page."""
    heading = any(lexicon.score("view_cart", h.text) > 0.5 for h in snapshot.headings if h.dialog < 0)
    address = lexicon.intents["view_cart"].token_score(
        fold(snapshot.url.split("://", 1)[-1].partition("/")[2])
    )
    body = [c for c in snapshot.controls if c.dialog < 0 and c.landmark not in ("header", "footer", "nav")]
    editable = any(choose(snapshot, i, lexicon, among=body) for i in ("quantity", "increase", "remove_item"))
    return (
        lists_product(snapshot, title, dialog=False)
        and is_cart(snapshot, lexicon, title)
        and bool(heading or address)
        and editable
    )


def _opened_drawer(before: Snapshot, after: Snapshot, lexicon: Lexicon, title: str) -> bool:
    known = {b.text for b in before.blocks if b.visible and b.dialog >= 0}
    lists = any(b.visible and b.text not in known and names_product(b.text, title) for b in after.blocks)
    return lists and is_cart(after, lexicon, title)


async def empty_cart(shopper: Shopper, title: str) -> bool:
    """Take the product out again; True when the cart is seen to be without it."""
    shopper.events.agree = True

    in_drawer = lists_product((await shopper.look()).snapshot, title, dialog=True)

    def gone(_: Snapshot, after: Snapshot) -> str:
        if is_empty(after, shopper.lexicon) or not lists_product(after, title):
            return "the cart no longer lists it"
        if (
            in_drawer
            and not lists_product(after, title, dialog=True)
            and not cart_count(after, shopper.lexicon)
        ):
            return "the drawer no longer lists it, and the cart counts nothing"
        return ""

    try:
        for _ in range(3):
            page = (await shopper.look()).snapshot
            if gone(page, page):
                return True
            choice = choose_remove(page, shopper.lexicon, title)
            ticks = choice is not None and page.controls[choice.best.i].role == "checkbox"
            await shopper.press(
                lambda s: choose_remove(s, shopper.lexicon, title),
                (lambda b, a: "ticked" if ticks else gone(b, a) or fewer(b, a)),  # noqa: B023
                intent="remove_item",
                tries=2,
            )
            if ticks:
                await shopper.press(
                    lambda s: choose_update(s, shopper.lexicon), gone, intent="update_cart", tries=1
                )
    except VisitError as error:
        if error.code in ("budget", "crashed", "timeout"):
            raise
        return False
    finally:
        shopper.events.agree = False
    return False


def fewer(before: Snapshot, after: Snapshot) -> str:
    """Whether fewer lines have a quantity than before: one of several is gone."""

    def count(snapshot: Snapshot) -> int:
        return sum(1 for c in snapshot.controls if c.visible and c.role == "spinbutton")

    return "one line is gone" if count(after) < count(before) else ""
