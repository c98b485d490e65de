"""Sends away what lies over a page, as a customer would: refusing before accepting, closing before hiding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playwright.async_api import Error as PlaywrightError

from auditor.errors import VisitError
from auditor.pages.overlays import Overlay, find_overlays

if TYPE_CHECKING:
    from scenarios.eyes import Look
    from scenarios.shopper import Shopper

_ATTEMPTS = 3
"""How often an overlay with the same words is answered in one visit before it is left alone."""


async def clear(shopper: Shopper, look: Look) -> bool:
    """Answer the topmost overlay; True when one was answered and the page must be looked at again.

    What lay there and what was pressed is noted. An overlay that stays after three answers is left
    where it is, and noted too.
    """
    for overlay in reversed(find_overlays(look.snapshot, shopper.lexicon)):
        count = sum(_signature(overlay) in note for note in shopper.recorder.overlays)
        if count >= _ATTEMPTS:
            continue
        candidate = overlay.way_out[min(count, len(overlay.way_out) - 1)]
        control = look.snapshot.controls[candidate.i]
        try:
            await shopper.click(look, control, intent=overlay.answer, counts=False)
        except (VisitError, PlaywrightError) as error:
            shopper.recorder.overlays.append(f"{_signature(overlay)} could not be closed: {error}"[:300])
            if isinstance(error, VisitError) and error.code in ("crashed", "budget"):
                raise
            continue
        shopper.recorder.overlays.append(
            f"{_signature(overlay)} answered with “{candidate.words}” ({overlay.answer})"
        )
        return True
    return False


def _signature(overlay: Overlay) -> str:
    return f"{overlay.kind}: “{overlay.dialog.text[:80]}”"
