"""How visible is the phone number on the home page?"""

from __future__ import annotations

from auditor.checks._channels import Channel, phones
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, Observed
from auditor.snapshot import Control

NOT_THERE, IN_FOOTER, IN_SIGHT, ONE_TAP = range(4)


@check(
    question="How visible is the phone number on the home page?",
    reads=("home", "looked"),
    unit="score",
    fooled_by="a number in a picture; a footer that nothing names as one, where a number counts as in sight",
)
def observe(pages: Pages, _lexicon: Lexicon) -> Answer:
    """The best place where the home page shows a number to call.

    Value: 0 not there, 1 only in the footer, 2 as text in header or body, 3 as a link that dials in the
    header. Absent: never; a home page without a number is a 0.
    Why a scale: awards of the trade graded it from 0 to 3 and asked for 2 or more.
    """
    homes = pages.of("home")
    if not homes:
        return pages.missing("home")
    shown = [p for home in homes for p in phones(home, pages.shop.country) if _is_visible(p)]
    if not shown:
        return Observed(value=NOT_THERE, evidence=(homes[0].ref(),), because="no number on the home page")
    best = max(shown, key=_visibility)
    return Observed(value=_visibility(best), evidence=(best.ref,), because=best.part)


def _is_visible(phone: Channel) -> bool:
    return phone.at is None or phone.at.visible


def _visibility(phone: Channel) -> int:
    """Example: a tel: link in the header -> 3."""
    match phone.part:
        case "footer":
            return IN_FOOTER
        case "header" | "nav" if isinstance(phone.at, Control):
            return ONE_TAP
        case _:
            return IN_SIGHT
