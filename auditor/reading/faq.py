"""Which questions does a help page answer, how are they sorted, and can they be searched?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.reading.base import Reading
from auditor.reading.policy_words import PolicyWords, policy_words
from auditor.reading.structured_json import read_jsonld
from auditor.reading.structured_shop import questions as data_questions
from auditor.snapshot import Block, Control, Snapshot

TOPICS = (
    "delivery_time", "delivery_cost", "tracking", "payment", "returns", "refund", "change_order", "faulty",
    "account", "availability",
)  # fmt: skip
"""The ten routine questions of a customer."""

NOT_SEARCHABLE = Reading(value=False, quote="", because="no search box beside the product search")
_LONGEST = 220
_MAX_QUESTIONS = 400
_MARK = re.compile(r"[?？\u037e]\s*[+\-–−⌄▾▼›>]?$")
_LEAD = re.compile(r"^(?:(?:q|f|p|d|в|k)?\s?\d{0,3}\s?[.):]\s+|[+\-–−▸▾›>•]\s*)", re.IGNORECASE)
_TAIL = re.compile(r"[\s+\-–−⌄▾▼›>]+$")
_FEWEST_CATEGORIES, _MOST_CATEGORIES = 3, 40
_CONTROLS = ("button", "tab", "generic")
_TAGS = ("summary", "dt")


@dataclass(frozen=True, kw_only=True, slots=True)
class FaqReading:
    """A list of questions and answers, or a help centre."""

    questions: tuple[str, ...] = ()
    """As written, in the page's order, each once."""
    answered: int = 0
    """How many of them have their answer on this page (folded away or not)."""
    categories: tuple[str, ...] = ()
    """The headings or links under which questions are sorted."""
    searchable: Reading = NOT_SEARCHABLE
    """True where the page has a search box of its own, beside the product search."""
    topics: tuple[str, ...] = ()
    """Those of `TOPICS` that a question or category is about, in that order."""

    @property
    def is_faq(self) -> bool:
        """At least three questions, or a help centre with at least three categories."""
        return len(self.questions) >= 3 or len(self.categories) >= _FEWEST_CATEGORIES


def read_faq(snapshot: Snapshot, lexicon: Lexicon) -> FaqReading:
    """Read a FAQ page, or a help centre's first page that only lists categories."""
    words = policy_words(lexicon.languages[:1])
    blocks = tuple(
        b for b in snapshot.blocks if b.landmark not in ("header", "nav", "footer") and b.dialog < 0
    )
    found: dict[str, str] = {}
    for text in _questions(snapshot, blocks):
        found.setdefault(fold(text), text)
        if len(found) >= _MAX_QUESTIONS:
            break
    data = data_questions(read_jsonld(snapshot.jsonld))
    for entry in data:
        found.setdefault(fold(_clean(entry.question)), entry.question)
    questions = tuple(found.values())
    categories = _categories(snapshot, blocks, questions, words)
    return FaqReading(
        questions=questions,
        answered=_answered(blocks, found, {fold(_clean(e.question)) for e in data if e.answer}),
        categories=categories,
        searchable=_search(snapshot, lexicon, words),
        topics=read_topics((*questions, *categories), words.languages),
    )


def read_topics(texts: Sequence[str], languages: Sequence[str]) -> tuple[str, ...]:
    """Those of `TOPICS` that the questions are about, in that order."""
    words = policy_words(languages)
    seen: set[str] = set()
    for text in texts:
        spans = words.find(text).apart("topic_refund", "topic_returns")
        found = words.find(text).of(*(f"topic_{t}" for t in TOPICS))
        pair = ("topic_returns", "topic_refund")
        seen.update(t for t in found if t not in pair or t in spans)
    return tuple(t for t in TOPICS if f"topic_{t}" in seen)


def _clean(text: str) -> str:
    return _TAIL.sub("", _LEAD.sub("", text.strip()))


def _is_question(text: str) -> bool:
    return bool(_MARK.search(text)) or (text.endswith(";") and "\u0370" <= text[-2:-1] <= "\u03ff")


def _questions(snapshot: Snapshot, blocks: Sequence[Block]) -> Iterator[str]:
    """Texts that are questions by their mark, or that unfold an answer by their kind."""
    folding = {fold(_clean(c.text or c.name)): c for c in snapshot.controls if _unfolds(c)}
    many = len(folding) >= 3
    for block in blocks:
        text = block.text.strip()
        if not 6 <= len(text) <= _LONGEST:
            continue
        cleaned = _clean(text)
        if (
            (_is_question(text) and (block.level or block.tag in _TAGS or _short(text)))
            or block.tag in _TAGS
            or (many and fold(cleaned) in folding and len(cleaned.split()) >= 3)
        ):
            yield cleaned
    known = {fold(_clean(b.text)) for b in blocks}
    for key, control in folding.items():
        text = _clean(control.text or control.name)
        if key not in known and 6 <= len(text) <= _LONGEST and (_is_question(text) or len(text.split()) >= 3):
            yield text


def _short(text: str) -> bool:
    """True for one question that stands by itself, not a paragraph that ends with one."""
    return len(re.findall(r"[.!?。？](?:\s|$)", text)) <= 1


def _unfolds(control: Control) -> bool:
    if control.landmark in ("header", "nav", "footer") or control.dialog >= 0:
        return False
    return control.tag == "summary" or (control.expanded is not None and control.role in (*_CONTROLS, "link"))


def _answered(blocks: Sequence[Block], questions: dict[str, str], by_data: set[str]) -> int:
    """Questions that a text which is no question and no heading follows, here or in the page's data."""
    answered = set(by_data)
    open_question = ""
    for block in blocks:
        key = fold(_clean(block.text)) if len(block.text) <= _LONGEST else ""
        if key in questions:
            open_question = key
        elif open_question and not block.level and len(block.text) >= 2:
            answered.add(open_question)
            open_question = ""
        elif block.level:
            open_question = ""
    return len(answered & questions.keys())


def _categories(
    snapshot: Snapshot, blocks: Sequence[Block], questions: Sequence[str], words: PolicyWords
) -> tuple[str, ...]:
    """Headings with questions under them; else links in the main part that name topics of help."""
    asked = {fold(q) for q in questions}
    headings: dict[str, int] = {}
    current = ""
    for block in blocks:
        text = _clean(block.text)
        if block.level and fold(text) not in asked and not _is_question(block.text) and len(text) <= 80:
            current = text if block.level > 1 else ""
        elif current and fold(text) in asked:
            headings[current] = headings.get(current, 0) + 1
    if len(headings) >= 2:
        return tuple(headings)
    return _topic_links(snapshot, words)  # one heading above all questions is the title of the list


def _topic_links(snapshot: Snapshot, words: PolicyWords) -> tuple[str, ...]:
    """Links of the main part that lie side by side, most of which name a topic of help."""
    groups: dict[str, dict[str, bool]] = {}
    for control in snapshot.controls:
        text = _clean(control.text or control.name)
        outside = control.landmark in ("header", "nav", "footer") or control.dialog >= 0
        if (
            control.role != "link"
            or _is_question(text)
            or outside
            or not 3 <= len(text) <= 70
            or control.price_near
        ):
            continue
        topical = words.find(text).has(*(f"topic_{t}" for t in TOPICS), "delivery", "returns")
        groups.setdefault(control.path, {})[text] = topical
    for texts in sorted(groups.values(), key=len, reverse=True):
        if _FEWEST_CATEGORIES <= len(texts) <= _MOST_CATEGORIES and sum(texts.values()) * 2 >= len(texts):
            return tuple(texts)
    return ()


def _search(snapshot: Snapshot, lexicon: Lexicon, words: PolicyWords) -> Reading:
    """A search box in the page's main part that asks for help words, or that a help centre has of its own."""
    boxes = [c for c in snapshot.controls if c.visible and c.role in ("searchbox", "textbox", "combobox")]
    for control in boxes:
        if words.find(f"{control.words} {control.placeholder}").has("faq_search"):
            return Reading(value=True, quote=control.placeholder or control.words)
    for control in boxes:
        outside = control.landmark in ("header", "nav", "footer") or control.dialog >= 0
        if outside or lexicon.score("search_box", control.words or control.placeholder) < 0.5:
            continue
        tokens = set(fold(f"{control.tokens} {control.around} {_form_tokens(snapshot, control)}").split())
        if tokens & {
            "faq",
            "help",
            "support",
            "hc",
            "knowledge",
            "kb",
            "article",
            "articles",
            "question",
            "questions",
        }:
            return Reading(value=True, quote=control.placeholder or control.words)
    return NOT_SEARCHABLE


def _form_tokens(snapshot: Snapshot, control: Control) -> str:
    if not 0 <= control.form < len(snapshot.forms):
        return ""
    form = snapshot.forms[control.form]
    return f"{form.tokens} {form.action.split('//')[-1].partition('/')[2]}"
