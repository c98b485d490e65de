"""A customer goes to the till as a guest, fills in what is asked, and stops where only the order is left."""

from __future__ import annotations

from auditor.errors import VisitError
from auditor.pages.cart import choose_checkout, is_cart
from auditor.pages.choices import radio_groups
from auditor.pages.fields import PERSONAL_KINDS, read_fields
from auditor.pages.going_on import choose_continue
from auditor.pages.orders import choose_order_control, looks_final, may_order
from auditor.pages.states import account_wall, choose_guest, error_texts, is_thank_you, signature
from auditor.snapshot import Control, Snapshot
from scenarios.buying import empty_cart, open_cart, put_into_cart
from scenarios.filling import asks_card, fill_screen, mend, still_asked, with_payment
from scenarios.shopper import Shopper

MAX_SCREENS = 14
MENDS = 4
SECOND_THOUGHTS = 1.8
"""Seconds in which a page may still show more to choose, before it is held to be complete."""


async def walk(shopper: Shopper) -> None:
    """Fill the cart, go through the checkout, stop before the order, and leave the cart empty."""
    title = await put_into_cart(shopper)
    page = await open_cart(shopper, title)
    await shopper.keep("cart", title=title, drawer=bool(page.dialogs), screen=1)
    cart_url = page.url
    try:
        await enter(shopper, title)
        shopper.reached("checkout")
        await through_screens(shopper)
        shopper.reached("last_state")
    except VisitError as error:
        await shopper.keep_stop(error)
        raise
    finally:
        await tidy_up(shopper, cart_url, title)


async def enter(shopper: Shopper, title: str) -> None:
    """Press the way into the checkout, and see that the cart is left behind."""
    await shopper.guard.arm(shopper.page)
    done: set[str] = set()
    for attempt in range(2):
        try:
            await shopper.press(
                lambda s: choose_checkout(s, shopper.lexicon),
                lambda b, a: _entered(b, a, shopper, title),
                intent="checkout",
                tries=3,
                patience=6.0,
            )
            break
        except VisitError as error:
            if error.code != "unverified" or attempt:
                raise
            await fill_screen(shopper, done)  # some carts want their terms ticked, or a country, first
    await shopper.begin_checkout()


def _entered(before: Snapshot, after: Snapshot, shopper: Shopper, title: str) -> str:
    lexicon = shopper.lexicon
    if signature(before, lexicon) == signature(after, lexicon):
        return ""
    asks = sum(f.kind in PERSONAL_KINDS or f.kind == "password" for f in read_fields(after, lexicon))
    asked = sum(f.kind in PERSONAL_KINDS or f.kind == "password" for f in read_fields(before, lexicon))
    if asks > asked:
        return "the checkout asks for the customer"
    if account_wall(after, lexicon).asks_account:
        return "the checkout asks who the customer is"
    moved = after.url.split("#")[0] != before.url.split("#")[0]
    if moved and not is_cart(after, lexicon, title):
        return "the cart was left for the next page"
    if (
        moved
        and (choose_order_control(after, lexicon) or choose_continue(after, lexicon))
        and not choose_checkout(after, lexicon)
    ):
        return "the next page of the checkout opened"
    return ""


async def through_screens(shopper: Shopper) -> None:
    """Screen by screen to the last state.

    Raises: VisitError login_required, form_refused, guard_refused, element_not_found, ...
    """
    for screen in range(2, MAX_SCREENS):
        page = (await shopper.look()).snapshot
        if is_thank_you(page, shopper.lexicon):
            await shopper.keep("order_page", screen=screen)
            raise VisitError(
                "guard_refused", f"{page.url} looks like an order that was placed; nothing more was pressed"
            )
        wall = account_wall(page, shopper.lexicon)
        if wall.asks_account:
            await shopper.keep("account_wall", guest_way=wall.guest is not None, screen=screen)
            await pass_wall(shopper, wall.guest)
            continue
        await _arrive(shopper)
        await shopper.keep("checkout", screen=screen)
        if await complete(shopper, screen):
            return
    raise VisitError("budget", f"after {MAX_SCREENS} screens the end was not reached")


async def _arrive(shopper: Shopper) -> None:
    """Give a state that asks nothing yet a moment to show its choices."""
    for _ in range(2):
        page = (await shopper.look()).snapshot
        asks = radio_groups(page, shopper.lexicon) or any(
            f.control.landmark not in ("header", "footer", "nav") for f in read_fields(page, shopper.lexicon)
        )
        if asks or choose_order_control(page, shopper.lexicon):
            return
        await shopper.moment(0.8)


async def pass_wall(shopper: Shopper, guest: Control | None) -> None:
    """Take the guest way round an account wall."""
    before = (await shopper.look()).snapshot
    if guest is None:
        raise VisitError("login_required", f"{before.url} offers no way without an account")
    done: set[str] = set()
    if guest.role in ("radio", "checkbox", "tab"):
        forms = await fill_screen(shopper, done)
        await shopper.press(
            lambda s: choose_continue(s, shopper.lexicon, forms),
            lambda _, a: _moved_on(before, a, shopper),
            intent="continue",
            tries=3,
            patience=6.0,
        )
        return
    await shopper.press(
        lambda s: choose_guest(s, shopper.lexicon),
        lambda _, a: _moved_on(before, a, shopper),
        intent="guest",
        tries=3,
        patience=6.0,
    )


async def complete(shopper: Shopper, screen: int) -> bool:
    """Fill in one screen and go on; True when it is the last state and only the order is left."""
    done: set[str] = set()
    tries: dict[str, int] = {}
    for attempt in range(MENDS):
        forms = await fill_screen(shopper, done, generous=attempt > 0)
        page = (await shopper.look()).snapshot
        order = last_control(page, shopper, forms)
        missing = still_asked(page, shopper)
        while order is not None and order.enabled and not missing and await _more_appears(shopper, page):
            forms |= await fill_screen(shopper, done)
            page = (await shopper.look()).snapshot
            order, missing = last_control(page, shopper, forms), still_asked(page, shopper)
        if order is not None and not missing:
            order = await _awake(shopper, order, forms)
            if order.enabled:
                if asks_card(page, shopper):
                    raise VisitError(
                        "guard_refused", "only a payment by card is offered; card data are never given"
                    )
                await shopper.keep("last_state", screen=screen, ready=True, order_button=order.words)
                return True
        if attempt == 0:
            await shopper.keep("checkout_filled", screen=screen)
        with_payment(shopper, page)
        if not done and attempt == 0:
            # Nothing to fill in on a new state: its choices may still be on their way.
            await shopper.moment(0.8)
            forms = await fill_screen(shopper, done)
            page = (await shopper.look()).snapshot
        try:
            await _go_on(shopper, page, forms)
            return False
        except VisitError as error:
            final = looks_final(page, shopper.lexicon, shopper.progress)
            if error.code == "guard_refused" and not missing and final is not None and final.is_sure:
                # The words say "go on", but the state says that nothing but the order is left.
                control = _refused_control(page, shopper, forms)
                if control is not None and control.enabled:
                    await shopper.keep("last_state", screen=screen, ready=True, order_button=control.words)
                    return True
            if error.code not in ("unverified", "element_not_found", "guard_refused"):
                raise
            complaint = error_texts((await shopper.look()).snapshot, shopper.lexicon)
            if not await mend(shopper, tries) and attempt:
                await shopper.keep("checkout_refused", screen=screen)
                if order is not None and not complaint:
                    raise VisitError(
                        "form_refused",
                        f"still asked: {'; '.join(missing)[:200] or 'the order control stays off'}",
                    ) from error
                raise VisitError(
                    "form_refused" if complaint or missing else error.code,
                    "; ".join(complaint or missing)[:300] or error.detail,
                ) from error
    raise VisitError("form_refused", "the screen did not go on after several tries")


async def _go_on(shopper: Shopper, page: Snapshot, forms: set[int]) -> None:
    await shopper.press(
        lambda s: choose_continue(s, shopper.lexicon, forms),
        lambda _, after: _moved_on(page, after, shopper),
        intent="continue",
        tries=2,
        patience=6.0,
    )


async def _more_appears(shopper: Shopper, page: Snapshot) -> bool:
    """Whether the page asks for more after a moment: shipping choices come when an address is complete."""
    known = {(c.role, c.words) for c in page.controls if c.visible and c.enabled}
    for _ in range(3):
        await shopper.moment(SECOND_THOUGHTS / 3)
        now = (await shopper.look()).snapshot
        if {(c.role, c.words) for c in now.controls if c.visible and c.enabled} - known:
            return True
    return False


def last_control(page: Snapshot, shopper: Shopper, forms: set[int]) -> Control | None:
    """The control that would place the order, when no way on is left beside it."""
    choice = choose_order_control(page, shopper.lexicon)
    if choice is None:
        return None
    control = page.controls[choice.best.i]
    onward = choose_continue(page, shopper.lexicon, forms)
    if onward is not None and onward.best.i != control.i:
        step = page.controls[onward.best.i]
        safe = not may_order(step, page, shopper.lexicon, shopper.progress)
        if safe and step.enabled and onward.best.score > 8 and not control.enabled:
            return None  # sections of an accordion are still to come
    return control


async def _awake(shopper: Shopper, order: Control, forms: set[int]) -> Control:
    """The order control, given a moment to wake up after the last answer."""
    for _ in range(4):
        if order.enabled:
            return order
        await shopper.moment(1.0)
        page = (await shopper.look()).snapshot
        order = last_control(page, shopper, forms) or order
    return order


def _refused_control(page: Snapshot, shopper: Shopper, forms: set[int]) -> Control | None:
    choice = choose_continue(page, shopper.lexicon, forms) or choose_order_control(page, shopper.lexicon)
    return page.controls[choice.best.i] if choice else None


def _moved_on(before: Snapshot, after: Snapshot, shopper: Shopper) -> str:
    """What shows that a new state has come, without complaints.

    A state that only shows more than before, its own way on still there, has grown and not ended: choices
    that load late must not count as a screen.
    """
    lexicon = shopper.lexicon
    was, now = signature(before, lexicon), signature(after, lexicon)
    if was == now:
        return ""
    grown = was[0] == now[0] and was[1] == now[1] and set(was[2]) <= set(now[2])
    if grown and _ways_on(before, shopper) & _ways_on(after, shopper):
        return ""
    known = set(error_texts(before, lexicon))
    fresh = [t for t in error_texts(after, lexicon) if t not in known]
    if fresh and after.url == before.url:
        return ""
    return f"the next state: {after.headings[0].text[:60] if after.headings else after.url}"


def _ways_on(page: Snapshot, shopper: Shopper) -> set[tuple[str, str]]:
    choice = choose_continue(page, shopper.lexicon)
    return {(choice.best.words, page.controls[choice.best.i].path)} if choice else set()


async def tidy_up(shopper: Shopper, cart_url: str, title: str) -> None:
    """Leave the cart as it was found: empty."""
    await shopper.leave_checkout()
    if shopper.page.is_closed():
        return
    try:
        await shopper.open(cart_url)
        page = (await shopper.look()).snapshot
        if not is_cart(page, shopper.lexicon, title):
            await open_cart(shopper, title)
        emptied = await empty_cart(shopper, title)
    except VisitError:
        emptied = False
    shopper.recorder.end("cart_emptied", "reached" if emptied else "unverified")
