"""The choices of a checkout: which group is open, which answer suits a guest who will never pay?"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.pages.fields import is_field
from auditor.reading.methods import PICK_UP, Methods
from auditor.snapshot import Control, Snapshot

CARD_LIKE = frozenset({"card", "direct_debit", "instalments", "apple_pay", "google_pay"})
"""Ways to pay that ask for data which are never given."""

_LIKED = ("cash_on_delivery", "bank_transfer", "invoice", "pay_on_pickup", "cash", "cheque", "online_bank")
"""Ways to pay that ask for nothing more, best first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """Radios of which one is to be chosen."""

    kind: str
    """payment, shipping, guest, address, or other."""
    label: str
    members: tuple[Control, ...]

    @property
    def chosen(self) -> Control | None:
        """The one that is checked."""
        return next((m for m in self.members if m.checked), None)


def radio_groups(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Group, ...]:
    """The groups of radios in the page's body, in reading order."""
    groups: dict[tuple[int, str], list[Control]] = defaultdict(list)
    for c in snapshot.controls:
        if c.role != "radio" or not c.visible or c.landmark in ("header", "footer", "nav"):
            continue
        groups[(c.frame, _group_key(c))].append(c)
    return tuple(
        Group(kind=_kind(members, lexicon), label=members[0].group, members=tuple(members))
        for members in groups.values()
    )


def _group_key(control: Control) -> str:
    """Radios with one name belong together; others by their structure and question."""
    return (
        f"{control.form} {control.field_name}"
        if control.field_name
        else f"{control.form} {control.path} {control.group}"
    )


def _kind(members: list[Control], lexicon: Lexicon) -> str:
    asked = " ".join({m.group for m in members} | {m.section for m in members[:1]})
    tokens = fold(" ".join(f"{m.tokens} {m.around}" for m in members))
    words = " ".join(m.words for m in members)
    if lexicon.matches("payment_method", asked) or re.search(
        r"\b(payment|paymentmethod|pay method|zahlung\w*|paiement|pago|pagamento|platnosc\w*|platba"
        r"|betaal\w*)\b",
        tokens,
    ):
        return "payment"
    if lexicon.matches("shipping_method", asked) or re.search(
        r"\b(shipping|delivery|shipment|versand\w*|livraison|dostaw\w*|doprav\w*|carrier)\b", tokens
    ):
        return "shipping"
    if sum(lexicon.score("shipping_method", m.words) > 0.3 for m in members) > len(members) / 2:
        return "shipping"
    if any(lexicon.score("guest", m.words) > 0.6 for m in members):
        return "guest"
    if lexicon.matches("same_address", words) or lexicon.matches("different_address", words):
        return "address"
    return "other"


def pick(group: Group, lexicon: Lexicon, methods: Methods) -> Control | None:
    """The answer to choose in a group, or None when what is chosen already will do.

    Payment: one that asks for nothing more. Shipping: the ordinary way to the door, else the first.
    """
    usable = [m for m in group.members if m.enabled]
    if not usable:
        return None
    if group.kind == "payment":
        best = min(usable, key=lambda m: _payment_rank(m, methods))
        chosen = group.chosen
        if chosen is not None and _payment_rank(chosen, methods) <= _payment_rank(best, methods):
            return None
        return best
    if group.chosen is not None and group.kind != "guest":
        return None
    if group.kind == "guest":
        guest = next((m for m in usable if lexicon.score("guest", m.words) > 0.6), None)
        return guest if guest is not None and not guest.checked else None
    if group.kind == "shipping":
        ordinary = [m for m in usable if not set(methods.delivery_kinds(m.words or m.row)) & PICK_UP]
        return (ordinary or usable)[0]
    if group.kind == "address":
        return next((m for m in usable if lexicon.matches("same_address", m.words)), usable[0])
    return usable[0]


def _payment_rank(control: Control, methods: Methods) -> int:
    """0 for what asks for nothing more, more for what does; express wallets are between."""
    kinds = set(methods.payment_kinds(control.words or control.row or control.value))
    for n, kind in enumerate(_LIKED):
        if kind in kinds:
            return n
    if kinds & CARD_LIKE:
        return 90
    return 50 if kinds else 40


def needs_card(control: Control, methods: Methods) -> bool:
    """True for a way to pay that asks for card or bank data."""
    return _payment_rank(control, methods) >= 90


def boxes_to_change(snapshot: Snapshot, lexicon: Lexicon) -> tuple[tuple[Control, str], ...]:
    """The checkboxes to press, each with why: terms and what is required on, accounts and newsletters off.

    A box that only saves work (same address) is ticked where the page asks for the address twice.
    """
    out: list[tuple[Control, str]] = []
    for c in snapshot.controls:
        if c.role not in ("checkbox", "switch") or not c.visible or not c.enabled:
            continue
        if c.landmark in ("header", "footer", "nav"):
            continue
        words = f"{c.words} {c.row if not c.words else ''}"
        newsletter = lexicon.matches("newsletter_box", words) or bool(
            lexicon.intents["newsletter_box"].token_score(c.tokens)
        )
        account = lexicon.matches("create_account", words) and not lexicon.matches("terms_box", words)
        terms = lexicon.matches("terms_box", words) or bool(
            lexicon.intents["terms_box"].token_score(c.tokens)
        )
        if c.checked and (account or (newsletter and not c.required)) and not terms:
            out.append((c, "create_account" if account else "newsletter_box"))
        elif not c.checked and terms and not (newsletter and not c.required) and not account:
            out.append((c, "terms_box"))
        elif not c.checked and c.required and not newsletter and not account:
            out.append((c, "required"))
        elif (
            not c.checked
            and (
                lexicon.matches("same_address", words)
                or lexicon.intents["same_address"].token_score(c.tokens)
            )
            and (not lexicon.matches("different_address", words) and _asks_twice(snapshot))
        ):
            out.append((c, "same_address"))
        elif (
            c.checked
            and lexicon.matches("different_address", words)
            and not lexicon.matches("same_address", words)
        ):
            out.append((c, "different_address"))
    return tuple(out)


def _asks_twice(snapshot: Snapshot) -> bool:
    """True when two address blocks are on the screen: the same labels twice, visible and empty."""
    labels = [
        fold(c.label or c.name)
        for c in snapshot.controls
        if c.visible and is_field(c) and c.landmark not in ("header", "footer")
    ]
    return sum(labels.count(label) >= 2 for label in set(labels) if label) >= 3
