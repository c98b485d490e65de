"""The shopper's eyes: one round trip per frame gives a snapshot and the live elements behind it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import ElementHandle, Frame, JSHandle, Page
from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.snapshot import Box, Snapshot, snapshot_from
from scenarios.waiting import bounded

LIMITS = {"controls": 3000, "blocks": 6000, "elements": 60000}
_SECONDS = 10.0
_FRAMES = 6


@cache
def _script() -> str:
    return (Path(__file__).parent / "look.js").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Look:
    """What was seen, with the way back to the live elements."""

    snapshot: Snapshot
    _handles: tuple[tuple[int, JSHandle], ...]

    async def element(self, index: int) -> ElementHandle:
        """The live element of a control.

        Raises: VisitError("element_not_found") when it is gone.
        """
        start, handle = max((h for h in self._handles if h[0] <= index), key=lambda h: h[0])
        try:
            found = await bounded(
                handle.evaluate_handle("(look, i) => look.nodes[i]", index - start),
                _SECONDS,
                "finding the control",
            )
        except PlaywrightError as error:
            raise VisitError(
                "element_not_found", "the page changed before the control could be used"
            ) from error
        element = found.as_element()
        if element is None:
            raise VisitError("element_not_found", "the control is gone")
        return element


async def look_at(page: Page) -> Look:
    """Everything on the page and in its same-origin frames.

    Raises: VisitError timeout or crashed; PlaywrightError when the page navigates under the look.
    """
    handles: list[tuple[int, JSHandle]] = []
    data, handle = await _look_into(page.main_frame)
    handles.append((0, handle))
    snapshot = snapshot_from(data)
    for n, frame in enumerate(_inner_frames(page), start=1):
        try:
            inner_data, inner_handle = await _look_into(frame)
            owner = await bounded(frame.frame_element(), _SECONDS, "finding a frame")
            box = await owner.bounding_box()
        except (PlaywrightError, VisitError):
            continue
        if not box or box["width"] < 2 or box["height"] < 2:
            continue
        scrolled = await bounded(page.evaluate("[scrollX, scrollY]"), _SECONDS, "asking for the scroll")
        inner = snapshot_from(inner_data)
        handles.append((len(snapshot.controls), inner_handle))
        snapshot = _joined(snapshot, inner, n, box["x"] + scrolled[0], box["y"] + scrolled[1])
    return Look(snapshot=snapshot, _handles=tuple(handles))


async def _look_into(frame: Frame) -> tuple[Any, JSHandle]:
    handle = await bounded(frame.evaluate_handle(_script(), LIMITS), _SECONDS, "looking at the page")
    return await bounded(handle.evaluate("look => look.data"), _SECONDS, "looking at the page"), handle


def _inner_frames(page: Page) -> list[Frame]:
    here = urlsplit(page.url)
    same = []
    for frame in page.frames:
        if frame == page.main_frame or frame.is_detached():
            continue
        there = urlsplit(frame.url)
        if frame.url in ("about:srcdoc",) or (there.scheme, there.netloc) == (here.scheme, here.netloc):
            same.append(frame)
    return same[:_FRAMES]


def _joined(page: Snapshot, inner: Snapshot, number: int, x: float, y: float) -> Snapshot:
    """The page's snapshot with a frame's controls and texts behind its own, where the frame stands."""

    def moved(box: Box | None) -> Box | None:
        return replace(box, x=box.x + x, y=box.y + y) if box else None

    shift, forms = len(page.controls), len(page.forms)
    controls = tuple(
        replace(
            c,
            i=c.i + shift,
            frame=number,
            form=c.form + forms if c.form >= 0 else -1,
            dialog=-1,
            box=moved(c.box),
        )
        for c in inner.controls
    )
    blocks = tuple(replace(b, frame=number, dialog=-1, box=moved(b.box)) for b in inner.blocks)
    return replace(
        page,
        controls=page.controls + controls,
        blocks=page.blocks + blocks,
        forms=page.forms + inner.forms,
        jsonld=page.jsonld + inner.jsonld,
    )
