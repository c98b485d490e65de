"""The mystery shopper's eyes and hands: looks, clicks, keeps evidence, never buys."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, ElementHandle, Page, Response
from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.lexicon import Lexicon, load_lexicon, resolve_language
from auditor.models import Candidate, Choice, Shop, Value
from auditor.pages.language import page_language
from auditor.pages.orders import Progress
from auditor.pages.states import wall_code
from auditor.recorder import Recorder
from auditor.snapshot import Control, Snapshot
from scenarios import overlays
from scenarios.budget import Budget
from scenarios.events import PageEvents
from scenarios.eyes import Look, look_at
from scenarios.guard import Guard
from scenarios.persona import Persona, persona_for, usual_language
from scenarios.waiting import Traffic, bounded, settle, wait_for_change

CLICK_MS = 2500
GOTO_MS = 20_000
SHOT_HEIGHT = 5000
"""CSS pixels of a page that a screenshot shows, from the top."""

Expect = Callable[[Snapshot, Snapshot], str]
"""(before, after) -> what was seen that shows the action worked, or an empty string."""
Chooser = Callable[[Snapshot], Choice | None]


@dataclass
class Known:
    """What earlier visits to this shop found out, so that later ones need not search again."""

    product_url: str = ""
    product_title: str = ""
    sells_from_list: bool = False
    """The product has no page of its own: it is bought from a list with a quantity in each row."""
    list_url: str = ""
    """The list on which the product was found."""
    language: str = ""
    refused: set[str] = field(default_factory=set)
    """Addresses of products that look buyable and are not."""


class Shopper:
    """One customer in one shop during one visit."""

    def __init__(
        self,
        page: Page,
        shop: Shop,
        recorder: Recorder,
        *,
        known: Known,
        budget: Budget,
        pace: float,
        accounts: str = "never",
        own_hosts: Callable[[str], bool] | None = None,
    ) -> None:
        self.page, self.shop, self.recorder = page, shop, recorder
        self.known, self.budget, self.pace, self.accounts = known, budget, pace, accounts
        self._usual_language = resolve_language(usual_language(shop.country))
        first = known.language or shop.language or self._usual_language
        self.lexicon: Lexicon = load_lexicon(*((first,) if first else ()))
        self.persona: Persona = persona_for(shop.country or "GB")
        self.guard = Guard(note=recorder.note)
        self.progress = Progress()
        self.events = PageEvents(page.context, recorder, budget, own_hosts)
        self.traffic = Traffic(page)
        self.status = 0
        self._last_action = 0.0
        self._other_language = ""

    # --- going and looking ---

    async def open(self, url: str) -> Snapshot:
        """Go to an address as by typing it, and look.

        Raises: VisitError timeout, unreachable, crashed, budget, or the code of a wall.
        """
        self.budget.check()
        await self._pace()
        started = time.monotonic()
        self.events.we_move()
        try:
            response = await self.page.goto(url, wait_until="domcontentloaded", timeout=GOTO_MS)
        except PlaywrightError as error:
            raise _goto_trouble(error, url) from error
        self._note_status(response)
        await self._settle()
        self.recorder.act("goto", target=url, url=url, seconds=time.monotonic() - started, counts=False)
        snapshot = (await self.look()).snapshot
        code = wall_code(snapshot, self.lexicon, self.status)
        if code:
            await self.keep("wall", code=code)
            raise VisitError(code, f"at {snapshot.url}")
        return snapshot

    async def look(self) -> Look:
        """What is on the screen, after what lay over it was sent away.

        Raises: VisitError timeout or crashed.
        """
        for _ in range(4):
            look = await self._bare_look()
            self._learn_language(look.snapshot)
            if not await overlays.clear(self, look):
                return look
        return look

    async def _bare_look(self) -> Look:
        for attempt in range(4):
            self.events.raise_if_crashed()
            try:
                return await look_at(self.page)
            except PlaywrightError as error:
                if self.page.is_closed() or attempt == 3:
                    raise VisitError("crashed", _first_line(error)) from error
                await self._settle()
        raise VisitError("crashed", "the page could not be looked at")

    def _learn_language(self, snapshot: Snapshot) -> None:
        """Speak the page's language from here on, the ones before it too: a shop may mix them."""
        language = page_language(snapshot, self.shop.language) or self._usual_language
        if language == self.lexicon.language or not language:
            self._other_language = ""
        elif self.known.language and self._other_language != language:
            self._other_language = language  # one odd page does not make a shop speak another language
        else:
            self.lexicon = load_lexicon(language, *self.lexicon.languages)
            self.known.language = language

    async def _settle(self) -> None:
        self.events.raise_if_crashed()
        page = self.events.newest_page()
        if page is not None and page is not self.page and self.same_shop(page.url):
            # A link of the shop that opens a window of its own; adverts and foreign windows are left alone.
            self.page = page
            self.traffic = Traffic(page)
        await settle(self.page, self.traffic)

    # --- doing ---

    async def press(
        self,
        chooser: Chooser,
        expect: Expect,
        *,
        intent: str = "",
        tries: int = 4,
        patience: float = 4.0,
        counts: bool = True,
    ) -> str:
        """Press what the chooser finds until the page shows that it worked; gives what was seen.

        No click is believed. When nothing changes at all, the same control is pressed once more (pages that
        are still waking up lose early clicks); then the runners-up get their turn.
        Raises: VisitError element_not_found, unverified, guard_refused.
        """
        tried: dict[tuple[str, str, str], int] = {}
        refused: VisitError | None = None
        for _ in range(tries):
            look = await self.look()
            choice = chooser(look.snapshot)
            candidate = _untried(choice, look.snapshot, tried)
            if choice is None or candidate is None:
                break
            control = look.snapshot.controls[candidate.i]
            try:
                await self.click(
                    look, control, choice=replace(choice, best=candidate), intent=intent, counts=counts
                )
            except VisitError as error:
                if error.code not in ("guard_refused", "element_not_found"):
                    raise
                refused = error
                tried[_key(control)] = 9
                continue
            seen, changed = await self._watch(look.snapshot, expect, patience)
            if seen:
                self.recorder.see(seen)
                return seen
            tried[_key(control)] = tried.get(_key(control), 0) + (2 if changed else 1)
        if refused is not None:
            raise refused
        if not tried:
            raise VisitError("element_not_found", f"nothing on {self.page.url} serves {intent or 'this'}")
        raise VisitError(
            "unverified", f"pressed {', '.join(k[0] for k in tried)}; nothing showed that it worked"
        )

    async def _watch(self, before: Snapshot, expect: Expect, patience: float) -> tuple[str, bool]:
        """Look until the expected is seen or patience ends; also whether anything changed at all."""
        end = time.monotonic() + patience
        while True:
            after = (await self.look()).snapshot
            seen = expect(before, after)
            if seen:
                return seen, True
            left = end - time.monotonic()
            if left <= 0:
                return "", after.text != before.text or after.url != before.url
            if await wait_for_change(self.page, min(left, 1.5)):
                await self._settle()

    async def click(
        self,
        look: Look,
        control: Control,
        *,
        choice: Choice | None = None,
        intent: str = "",
        counts: bool = True,
    ) -> None:
        """Press one control, after the guard has let it through.

        Raises: VisitError guard_refused, element_not_found, budget.
        """
        self.guard.check(control, look.snapshot, self.lexicon, self.progress)
        self.budget.act()
        await self._pace()
        url, started = self.page.url, time.monotonic()
        self.events.we_move()
        element = await look.element(control.i)
        how = await self._press_element(element, control)
        await self._settle()
        self.recorder.act(
            "click",
            intent=intent or (choice.intent if choice else ""),
            target=control.words or control.tokens,
            url=url,
            seconds=time.monotonic() - started,
            choice=choice,
            counts=counts,
            seen=how,
        )

    async def _press_element(self, element: ElementHandle, control: Control) -> str:
        try:
            await element.click(timeout=CLICK_MS)
            return ""
        except PlaywrightError as error:
            if "crash" in str(error).lower():
                raise VisitError("crashed", _first_line(error)) from error
        # A styled radio or checkbox hides the real one: its label is what a customer presses.
        try:
            label = await bounded(
                element.evaluate_handle("e => e.labels && e.labels[0] || null"), 5, "finding a label"
            )
        except PlaywrightError:
            return ""  # the page has moved on: the press did its work, late
        pressed = label.as_element()
        if pressed is not None:
            try:
                await pressed.click(timeout=CLICK_MS)
                return ""
            except PlaywrightError:
                pass
        try:
            await bounded(element.evaluate("e => e.click()"), 5, "pressing a control")
        except PlaywrightError as error:
            raise VisitError("element_not_found", f"{control.words} could not be pressed") from error
        return "pressed by script: something lay over it"

    async def type(
        self,
        look: Look,
        control: Control,
        text: str,
        *,
        intent: str = "",
        leave: bool = True,
        settle: bool = True,
        counts: bool = True,
    ) -> None:
        """Write into a field and leave it by Tab, as shops save on leaving.

        settle: wait for the page to rest; a row of fields is written first and waited for once.
        Raises: VisitError element_not_found, budget.
        """
        self.budget.act()
        await self._pace()
        url, started = self.page.url, time.monotonic()
        element = await look.element(control.i)
        try:
            try:
                await element.fill(text, timeout=CLICK_MS)
            except PlaywrightError:
                await element.click(timeout=CLICK_MS)
                await element.type(text, timeout=CLICK_MS * 2)
            if leave:
                await element.press("Tab", timeout=CLICK_MS)
        except PlaywrightError as error:
            raise VisitError("element_not_found", f"could not write into {control.words}") from error
        if settle:
            await self._settle()
        self.recorder.act(
            "type",
            intent=intent,
            target=control.words or control.placeholder or control.tokens,
            value=text,
            url=url,
            seconds=time.monotonic() - started,
            counts=counts,
        )

    async def search(self, look: Look, control: Control) -> None:
        """Press Enter in a search box, which only searches.

        Raises: VisitError guard_refused in a checkout, where Enter presses the default button.
        """
        if self.progress.in_checkout or self.progress.kinds:
            raise VisitError("guard_refused", "Enter in a checkout presses its default button")
        element = await look.element(control.i)
        started = time.monotonic()
        try:
            await element.press("Enter", timeout=CLICK_MS)
        except PlaywrightError as error:
            raise VisitError("element_not_found", "the search box is gone") from error
        await self._settle()
        self.recorder.act(
            "press",
            intent="search_box",
            target="Enter",
            url=self.page.url,
            seconds=time.monotonic() - started,
        )

    def told(self, kind: str, text: str) -> None:
        """Remember what the shop was told, for the guard: kinds of fields and the words typed."""
        typed = (
            (*self.progress.typed, text) if text and kind not in ("country", "phone") else self.progress.typed
        )
        self.progress = replace(self.progress, typed=typed, kinds=self.progress.kinds | {kind})

    async def rest(self) -> None:
        """Wait until the page has come to rest."""
        await self._settle()

    async def moment(self, seconds: float) -> None:
        """Wait for the page to change, so long at the most."""
        await wait_for_change(self.page, seconds)
        await self._settle()

    async def watch(self, before: Snapshot, expect: Expect, patience: float) -> Snapshot | None:
        """Look until the expected is seen; None when patience ends first."""
        seen, _ = await self._watch(before, expect, patience)
        return (await self.look()).snapshot if seen else None

    async def select(self, look: Look, control: Control, value: str, text: str, *, intent: str = "") -> None:
        """Choose an entry of a list, by its value.

        Raises: VisitError element_not_found, budget.
        """
        self.budget.act()
        await self._pace()
        url, started = self.page.url, time.monotonic()
        element = await look.element(control.i)
        try:
            await element.select_option(value=value, timeout=CLICK_MS, force=not control.visible)
        except PlaywrightError as error:
            raise VisitError("element_not_found", f"could not choose {text} in {control.words}") from error
        await self._settle()
        self.recorder.act(
            "choose",
            intent=intent,
            target=control.words,
            value=text,
            url=url,
            seconds=time.monotonic() - started,
        )

    async def key(self, name: str) -> None:
        """Press a key that orders nothing (Escape).

        Raises: VisitError("guard_refused") for Enter and Space.
        """
        if name in ("Enter", "Space", " "):
            raise VisitError("guard_refused", "this key presses buttons")
        await self.page.keyboard.press(name)
        await self._settle()

    async def begin_checkout(self) -> None:
        """From here on the wire is watched too."""
        self.progress = replace(self.progress, in_checkout=True)
        await self.guard.arm(self.page)

    async def leave_checkout(self) -> None:
        """The checkout is behind us."""
        self.progress = Progress()
        await self.guard.disarm(self.page)

    # --- keeping ---

    async def keep(self, role: str, **facts: Value) -> Snapshot:
        """Keep this moment as evidence: snapshot, HTML, text, screenshot, address, time."""
        look = await self.look()
        html = screenshot = None
        try:
            html = await bounded(self.page.content(), 10, "reading the page")
        except (PlaywrightError, VisitError):
            html = ""
        try:
            height = min(SHOT_HEIGHT, max(look.snapshot.height, look.snapshot.window[1], 200))
            width = look.snapshot.window[0] or 1280
            screenshot = await bounded(
                self.page.screenshot(
                    type="jpeg",
                    quality=60,
                    full_page=True,
                    timeout=8000,
                    animations="disabled",
                    caret="hide",
                    clip={"x": 0, "y": 0, "width": width, "height": height},
                ),
                10,
                "taking a screenshot",
            )
        except (PlaywrightError, VisitError):
            screenshot = b""
        self.recorder.keep(
            role, look.snapshot, html=html, screenshot=screenshot, status=self.status, facts=dict(facts)
        )
        return look.snapshot

    async def keep_stop(self, error: VisitError) -> None:
        """Keep the place where a walk had to stop, once, if it can still be seen."""
        steps = self.recorder.steps
        if error.code in ("crashed", "timeout", "budget") or (
            steps and steps[-1].role in ("stopped", "wall")
        ):
            return
        with suppress(VisitError, PlaywrightError):
            await self.keep("stopped", code=error.code, because=error.detail)

    def reached(self, key: str) -> None:
        """A stage or page was reached."""
        self.recorder.end(key, "reached")

    def lost(self, what: str, code: str = "element_not_found", detail: str = "") -> VisitError:
        """The error with which a scenario gives up looking for something."""
        return VisitError(code, detail or f"no way to {what} from {self.page.url}")

    # --- private ---

    async def _pace(self) -> None:
        """Leave the customer's pause between two actions."""
        wait = self._last_action + self.pace - time.monotonic()
        if self.pace > 0 and wait > 0:
            await asyncio.sleep(wait)
            self.recorder.pause(wait)
        self._last_action = time.monotonic()

    def _note_status(self, response: Response | None) -> None:
        self.status = response.status if response else 0

    def same_shop(self, url: str) -> bool:
        """True for an address of the shop's own host."""
        mine, other = urlsplit(self.shop.url).hostname or "", urlsplit(url).hostname or ""
        return other == mine or other.removeprefix("www.") == mine.removeprefix("www.")


def new_context_options(shop: Shop, agent: str, *, phone: bool = False) -> dict[str, object]:
    """How the shopper's browser presents itself to a shop: language, window, browser string."""
    language = shop.language or "en"
    locale = f"{language}-{shop.country}" if shop.country and "-" not in language else language
    window = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
    return {
        "user_agent": agent,
        "locale": locale,
        "viewport": window,
        "accept_downloads": False,
        "service_workers": "block",
        "java_script_enabled": True,
        "ignore_https_errors": False,
    }


async def close_quietly(context: BrowserContext) -> None:
    """Close a browser context whatever state it is in."""
    try:
        await asyncio.wait_for(context.close(), 10)
    except (PlaywrightError, TimeoutError):
        return


def _key(control: Control) -> tuple[str, str, str]:
    return (control.words or control.tokens, control.path, control.href)


def _untried(
    choice: Choice | None, snapshot: Snapshot, tried: dict[tuple[str, str, str], int]
) -> Candidate | None:
    if choice is None:
        return None
    for candidate in (choice.best, *choice.runners_up):
        if tried.get(_key(snapshot.controls[candidate.i]), 0) < 2:
            return candidate
    return None


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:200] if str(error) else type(error).__name__


def _goto_trouble(error: PlaywrightError, url: str) -> VisitError:
    words = str(error)
    if "crash" in words.lower():
        return VisitError("crashed", _first_line(error))
    if "Timeout" in type(error).__name__ or "Timeout" in words:
        return VisitError("timeout", f"{url} did not answer in {GOTO_MS // 1000} s")
    if "TOO_MANY_REDIRECTS" in words:
        return VisitError("unreachable", f"{url} redirects in a circle")
    return VisitError("unreachable", _first_line(error).replace("Page.goto: ", ""))
