"""Fetches pages of one shop and says what came: a page, a document, or a trouble."""

from __future__ import annotations

import time
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import HtmlResponse, Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.response import get_meta_refresh

from auditor.errors import VisitError
from auditor.lexicon import Lexicon, load_lexicon
from auditor.pages.language import page_language
from auditor.pages.states import is_error_page, wall_code
from auditor.recorder import Recorder
from auditor.snapshot import Snapshot
from spiders.gate import Gate
from spiders.html_reader import HtmlReader
from spiders.site import place
from spiders.troubles import trouble_of

MOST_HTML = 4_000_000
"""Characters of a page that are read; larger ones are no pages for people."""
LONGEST_REST = 60.0
"""Seconds that a shop may ask us to wait before one more try."""
MOST_REFRESHES = 5
_REFRESH_SECONDS = 5
_AGAIN = (429, 500, 502, 503, 504)
_WALLS = {
    401: "login_required",
    403: "bot_wall",
    407: "bot_wall",
    418: "bot_wall",
    429: "bot_wall",
    451: "geo",
}
_MOST_WALLS = 2


@dataclass(frozen=True, kw_only=True)
class Fetched:
    """An answer of the shop that can be kept."""

    url: str
    """Where it was in the end, after redirects."""
    status: int
    snapshot: Snapshot
    """Empty for documents."""
    html: str = ""
    document: bytes = b""
    """The bytes of a PDF."""
    is_missing: bool = False
    """The shop says that there is no such page, whatever the status; or it is nothing to read."""

    @property
    def body_text(self) -> str:
        """Visible text outside the head and foot that all pages share."""
        shared = ("header", "nav", "footer")
        return " ".join(b.text for b in self.snapshot.blocks if b.visible and b.landmark not in shared)


class Fetcher:
    """Asks for each address once, and stops asking when the shop says so."""

    def __init__(self, crawler: Crawler, gate: Gate, recorder: Recorder, reader: HtmlReader) -> None:
        self._crawler, self._gate, self._recorder, self._reader = crawler, gate, recorder, reader
        self._known: dict[str, Fetched | VisitError] = {}
        self._walls = 0
        self.halted: VisitError | None = None
        """Why nothing more is asked of this shop."""

    @property
    def is_over(self) -> bool:
        """Nothing more can be asked: a limit is used up, or the shop has said no."""
        return bool(self.halted or self._gate.spent)

    async def page(self, url: str) -> Fetched:
        """The page or document at an address.

        Raises: VisitError.
        """
        key = place(url)
        if key not in self._known:
            try:
                self._known[key] = await self._page(url)
            except VisitError as error:
                self._known[key] = error
        known = self._known[key]
        if isinstance(known, VisitError):
            raise VisitError(known.code, known.detail)
        self._known.setdefault(place(known.url), known)
        return known

    async def answer(self, url: str, *, most_bytes: int = 0) -> Response:
        """The plain answer at an address, tried once more where the shop was busy.

        Raises: VisitError.
        """
        if self.halted:
            raise self.halted
        meta = {"most_bytes": most_bytes} if most_bytes else {}
        response = await self._ask(url, meta)
        if response.status not in _AGAIN:
            return response
        asked = retry_after(response, time.time())
        rest = asked if asked is not None else 2 * self._gate.pace
        if rest <= LONGEST_REST and await self._gate.rest(rest):
            response = await self._ask(url, meta)
            asked = retry_after(response, time.time())
        if response.status in _AGAIN and asked is not None:
            code = _WALLS.get(response.status, "server_error")
            self.halted = VisitError(code, f"the shop asks to come back in {asked:.0f} s")
            raise self.halted
        return response

    async def _ask(self, url: str, meta: dict[str, int]) -> Response:
        try:
            request = Request(url, callback=NO_CALLBACK, meta=dict(meta))
            return await self._crawler.engine.download_async(request)
        except Exception as error:  # whatever a shop sends ends as a trouble
            raise trouble_of(error) from error

    async def _page(self, url: str) -> Fetched:
        response = await self._settled(url)
        body, status = response.body, response.status
        if status < 400 and body[:1024].lstrip().startswith(b"%PDF"):
            return Fetched(
                url=response.url, status=status, snapshot=Snapshot(url=response.url), document=body
            )
        html = response.text if isinstance(response, HtmlResponse) else ""
        if len(html) > MOST_HTML:
            raise VisitError("budget", f"the page is larger than {MOST_HTML} characters")
        snapshot = await self._reader.snapshot(html, response.url) if html else Snapshot(url=response.url)
        lexicon = self.lexicon_of(snapshot)
        self._refuse_walls(snapshot, html, status, lexicon)
        is_missing = not html or status >= 400 or is_error_page(snapshot, lexicon, status)
        return Fetched(url=response.url, status=status, snapshot=snapshot, html=html, is_missing=is_missing)

    async def _settled(self, url: str) -> Response:
        """The answer after what the page itself redirects to, as a browser would go."""
        response = await self.answer(url)
        for _ in range(MOST_REFRESHES):
            target = _refresh_target(response)
            if not target:
                return response
            response = await self.answer(target)
        raise VisitError("unreachable", "the page redirects in a circle")

    def lexicon_of(self, snapshot: Snapshot) -> Lexicon:
        """The words of the page's language and of the shop's."""
        language = self._recorder.shop.language
        return load_lexicon(page_language(snapshot, language), language)

    def _refuse_walls(self, snapshot: Snapshot, html: str, status: int, lexicon: Lexicon) -> None:
        if 300 <= status < 400:
            raise VisitError("unreachable", "redirects to nowhere that a spider goes")
        code = _WALLS.get(status, "server_error" if status >= 500 else "")
        code = code or (wall_code(snapshot, lexicon, status) if html else "")
        if not code:
            return
        detail = f"{snapshot.url[:200]} answered {status}"
        if code != "server_error":
            if not self._walls:
                self._recorder.keep("wall", snapshot, html=html, status=status, facts={"code": code})
            self._walls += 1
            if self._walls >= _MOST_WALLS:
                self.halted = VisitError(code, "walls on several pages; we do not press on")
        raise VisitError(code, detail)


def _refresh_target(response: Response) -> str:
    """Where a page sends its visitors by a meta refresh, or an empty string."""
    if not isinstance(response, HtmlResponse) or response.status >= 400:
        return ""
    try:
        seconds, target = get_meta_refresh(response)
    except ValueError:  # an address that cannot be one
        return ""
    return target if target and (seconds or 0) <= _REFRESH_SECONDS else ""


def retry_after(response: Response, now: float) -> float | None:
    """Seconds after which the shop asks us to come back, or None when it does not say.

    now: seconds since the epoch.
    """
    raw = (response.headers.get("Retry-After") or b"").decode("latin-1").strip()
    if raw.isascii() and raw.isdigit() and len(raw) < 10:
        return float(raw)
    try:
        return max(0.0, parsedate_to_datetime(raw).timestamp() - now) if raw else None
    except (ValueError, OverflowError):
        return None
