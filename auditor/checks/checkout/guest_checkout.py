"""Can a customer order without an account?"""

from __future__ import annotations

from auditor.checks._walked import not_walked, words_of
from auditor.checks.base import Page, Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Absent, Answer, EvidenceRef, NotObserved, Observed
from auditor.pages.fields import ADDRESS_KINDS, Field, read_fields
from auditor.pages.states import choose_guest

_ENOUGH = 2
"""Address fields that make a form one for a delivery address."""


@check(
    question="Can a new customer order without creating an account?",
    reads=("account_wall", "checkout", "checkout_filled", "last_state"),
    unit="yes_no",
    fooled_by="an account that is created silently with the order",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether the walk came to the address form or further without an account.

    Value: yes. Absent: a screen asks for an account and offers no way round it.
    Why the wall's words alone are not enough: a guest way that leads nowhere is none.
    """
    walls = pages.of("account_wall")
    closed = [w for w in walls if not _has_guest_way(w, lexicon)]
    if not _registered(pages):
        proof = _without_account(pages, lexicon)
        if proof:
            return Observed(value=True, evidence=(*_guest_words(walls, lexicon), proof))
    elif not closed:
        because = "an account was created, and it was not kept why"
        return NotObserved(code="ambiguous", because=because, evidence=tuple(w.ref() for w in walls))
    if closed:
        return Absent(
            evidence=tuple(_wall_ref(w) for w in closed), because="an account is asked for, with no way round"
        )
    stopped = not_walked(pages, "cart", "checkout", "last_state")
    return NotObserved(code=stopped.code, because=stopped.because, evidence=_guest_words(walls, lexicon))


def _registered(pages: Pages) -> bool:
    """Whether the shopper itself registered on the way."""
    actions = pages.actions("checkout")
    return any(a.intent == "create_account" or (a.kind == "type" and a.intent == "password") for a in actions)


def _without_account(pages: Pages, lexicon: Lexicon) -> EvidenceRef | None:
    """A field of the first address form that asks for no password, else what the last state shows."""
    for page in pages.of("checkout", "checkout_filled"):
        fields = [f for f in read_fields(page.snapshot, words_of(page, lexicon)) if _in_body(f)]
        address = [f for f in fields if f.kind in ADDRESS_KINDS]
        password = any(f.kind == "password" and f.control.required for f in fields)
        if len(address) >= _ENOUGH and not password:
            return page.ref(address[0].control)
    for page in pages.of("last_state"):
        heading = next((h for h in page.snapshot.headings if h.landmark not in ("header", "nav")), None)
        return page.ref(heading) if heading else page.ref(str(page.facts.get("order_button") or ""))
    return None


def _in_body(field: Field) -> bool:
    return field.control.landmark not in ("header", "footer", "nav")


def _has_guest_way(wall: Page, lexicon: Lexicon) -> bool:
    known = wall.facts.get("guest_way")
    if isinstance(known, bool):
        return known
    return choose_guest(wall.snapshot, words_of(wall, lexicon)) is not None


def _guest_words(walls: tuple[Page, ...], lexicon: Lexicon) -> tuple[EvidenceRef, ...]:
    found = ((wall, choose_guest(wall.snapshot, words_of(wall, lexicon))) for wall in walls)
    return tuple(wall.ref(wall.snapshot.controls[way.best.i]) for wall, way in found if way)


def _wall_ref(wall: Page) -> EvidenceRef:
    heading = next((h for h in wall.snapshot.headings if h.landmark not in ("header", "nav")), None)
    return wall.ref(heading)
