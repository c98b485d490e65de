"""Which fact does `auditor read FIELD` read from a text or a page?"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.base import Reading

FIELDS: tuple[str, ...] = (
    "hours",
    "return_window_days",
    "return_cost",
    "refund_days",
    "delivery_days",
    "durations",
    "money",
    "delivery_cost",
    "phones",
    "emails",
    "address",
    "legal_name",
    "register_number",
    "vat_id",
    "prepaid_label",
    "return_start_online",
    "faq",
    "socials",
)


def read_field(field: str, text: str, languages: Sequence[str], country: str) -> Reading:
    """Read one field from text or HTML.

    Raises: KeyError for a field that is none of `FIELDS`.
    """
    if field not in FIELDS:
        raise KeyError(field)
    return Reading(value=None, quote="", because="nothing of this kind was found")
