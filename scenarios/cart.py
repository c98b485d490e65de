"""A customer fills the cart, changes the quantity, and takes the product out again."""

from __future__ import annotations

from auditor.errors import VisitError
from auditor.models import Value
from auditor.pages.cart import amounts, cart_body, choose_update, totals
from auditor.pages.ranking import choose
from auditor.reading.money import read_money
from auditor.snapshot import Control, Snapshot
from scenarios.buying import empty_cart, open_cart, put_into_cart
from scenarios.shopper import Shopper


async def walk(shopper: Shopper) -> None:
    """Add, look, edit, remove; keep each state."""
    title = await put_into_cart(shopper)
    page = await open_cart(shopper, title)
    await shopper.keep("cart", title=title, drawer=bool(page.dialogs))
    shopper.reached("cart")
    try:
        await _edit(shopper, title)
    except VisitError as error:
        if error.code in ("budget", "crashed"):
            raise
        shopper.recorder.end("cart_edit", _looked(error), error.detail)
    removed = await empty_cart(shopper, title)
    await shopper.keep("cart_removed", worked=removed)
    shopper.recorder.end("cart_remove", "reached" if removed else "unverified")


def _looked(error: VisitError) -> str:
    return "not_found" if error.code == "element_not_found" else error.code


async def _edit(shopper: Shopper, title: str) -> None:
    """Change one to two, and keep what became of the totals."""
    look = await shopper.look()
    before = look.snapshot
    field = choose(before, "quantity", shopper.lexicon, among=cart_body(before, title))
    was = _total(before, shopper)
    changed = False
    if field is not None:
        control = before.controls[field.best.i]
        changed = await _set_quantity(shopper, control, before)
    if not changed:
        await shopper.press(
            lambda s: choose(s, "increase", shopper.lexicon, among=cart_body(s, title)),
            lambda _, a: "the amounts changed" if amounts(a) != amounts(before) else "",
            intent="increase",
            tries=2,
        )
        changed = True
    after = (await shopper.look()).snapshot
    now = _total(after, shopper)
    facts: dict[str, Value] = {
        "from": 1,
        "to": 2,
        "total_before": was,
        "total_after": now,
        "worked": changed,
    }
    await shopper.keep("cart_edited", **facts)
    shopper.recorder.end("cart_edit", "reached")


async def _set_quantity(shopper: Shopper, control: Control, before: Snapshot) -> bool:
    look = await shopper.look()
    if control.tag == "select":
        two = next((o for o in control.options if o.text.strip() == "2" or o.value == "2"), None)
        if two is None:
            return False
        await shopper.select(look, control, two.value, two.text, intent="quantity")
    else:
        await shopper.type(look, control, "2", intent="quantity")
    after = (await shopper.look()).snapshot
    if amounts(after) != amounts(before):
        return True
    try:
        await shopper.press(
            lambda s: choose_update(s, shopper.lexicon),
            lambda _, a: "the amounts changed" if amounts(a) != amounts(before) else "",
            intent="update_cart",
            tries=1,
            patience=3.0,
        )
    except VisitError as error:
        if error.code in ("budget", "crashed"):
            raise
        return False
    return True


def _total(snapshot: Snapshot, shopper: Shopper) -> str:
    """The largest amount beside words for a total: tax and delivery stand there too, and are less."""
    found = totals(snapshot, shopper.lexicon) or amounts(snapshot)
    read = [
        (m.minor, text)
        for text in found
        for m in read_money(text, shopper.lexicon.languages, shopper.shop.country)
    ]
    return max(read)[1] if read else (found[-1] if found else "")
