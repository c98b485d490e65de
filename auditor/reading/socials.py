"""Which accounts on social networks and messengers does a shop link as its own?"""

from __future__ import annotations

from dataclasses import dataclass

from auditor.snapshot import Control, Snapshot


@dataclass(frozen=True, kw_only=True, slots=True)
class Social:
    """An account of the shop."""

    network: str
    """Lower case: instagram, facebook, whatsapp."""
    url: str
    messenger: bool
    """True where a customer writes to the shop there: WhatsApp, Telegram, Viber, ..."""
    quote: str
    control: Control | None = None


def read_socials(snapshot: Snapshot, shop_url: str) -> tuple[Social, ...]:
    """The shop's own accounts, each network's first; share buttons and bare networks are left out."""
    return ()
