"""Can a customer chat with the shop?"""

from __future__ import annotations

from auditor.checks._channels import chats
from auditor.checks._places import absent
from auditor.checks.base import Pages, check
from auditor.lexicon import Lexicon
from auditor.models import Answer, NotObserved, Observed
from auditor.reading.contacts import read_chat


@check(
    question="Does the shop offer a live chat?",
    reads=("contact", "home", "help", "faq", "looked"),
    unit="yes_no",
    fooled_by="a chat that only shows in opening hours or after a while; a bot without a person behind it",
)
def observe(pages: Pages, lexicon: Lexicon) -> Answer:
    """Whether contact, home, help or FAQ show a control that opens a chat.

    Value: yes. Absent: none of these pages has such a control or loads a chat service.
    Why not observed where only a service's script was seen: it may show its button later, or never.
    """
    looked_at = pages.of("contact", "home", "help", "faq")
    for page in looked_at:
        for chat in chats(page, lexicon):
            return Observed(value=True, evidence=(chat.ref,))
    for page in looked_at:
        chat_service = read_chat(page.snapshot, lexicon)
        if chat_service.value is None and chat_service.quote:
            evidence = (page.ref(chat_service.quote),)
            return NotObserved(code="unverified", because=chat_service.because, evidence=evidence)
    return absent(pages, lexicon, "home", "contact", "help", "faq", because="nothing opens a chat")
