"""Which ways to pay and to deliver does a checkout screen offer?

A set of choices is a group of radios, a list, buttons of which one is pressed, or rows that each have
a button of their own. What the set is about follows from its question, from the names in it, and from
the words in its markup, together; where these do not agree it is about neither.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.reading.methods import Methods, load_methods
from auditor.snapshot import Control, Snapshot

PAYMENT, DELIVERY = "payment", "delivery"
_INTENTS = {PAYMENT: "payment_method", DELIVERY: "shipping_method"}
_FRAME = ("header", "footer", "nav")
_OTHER_QUESTIONS = (
    "same_address",
    "different_address",
    "guest",
    "create_account",
    "newsletter_box",
    "terms_box",
)
_GENERIC = frozenset(
    "radio radios input form check checkbox custom control controls field fields option options choice js id "
    "btn inline item list label method methods type name value required selected checked active".split()
)
"""Words of ids and classes that say nothing about which set a radio belongs to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Offer:
    """One thing that can be chosen."""

    words: str
    """Its name, as the page writes it."""
    line: str
    """All that stands on its line: the name, mostly a price, sometimes an explanation."""
    control: Control
    chosen: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceSet:
    """Things of which one has to be chosen."""

    topic: str
    """`payment`, `delivery`, or empty for any other question."""
    offers: tuple[Offer, ...]


def choice_sets(snapshot: Snapshot, lexicon: Lexicon) -> tuple[ChoiceSet, ...]:
    """Every set of choices in the page's main part, in reading order."""
    methods = load_methods(*lexicon.languages)
    sets = [
        _set([_offer(c, members) for c in members], members, lexicon, methods)
        for members in (*radio_sets(snapshot, lexicon), *_pressed_sets(snapshot))
    ]
    sets += [_select_set(c, lexicon, methods) for c in _body(snapshot) if c.tag == "select" and c.options]
    taken = {s.topic for s in sets}
    sets += [s for s in _row_sets(snapshot, lexicon, methods) if s.topic not in taken]
    return tuple(sorted((s for s in sets if s.offers), key=lambda s: s.offers[0].control.i))


def offers_about(snapshot: Snapshot, topic: str, lexicon: Lexicon) -> tuple[Offer, ...]:
    """Every choice of one topic on a screen, in reading order."""
    return tuple(o for s in choice_sets(snapshot, lexicon) if s.topic == topic for o in s.offers)


def radio_sets(snapshot: Snapshot, lexicon: Lexicon) -> tuple[tuple[Control, ...], ...]:
    """The radios of the page's main part, set by set.

    Why not by their name attribute alone: widgets drawn by scripts have none. Neighbours are one set
    when they stand under the same question and share a word of their names, and are not plainly about
    two different things.
    """
    methods = load_methods(*lexicon.languages)
    sets: list[list[Control]] = []
    for control in _body(snapshot):
        if control.role != "radio":
            continue
        if sets and _belongs(control, sets[-1], lexicon, methods):
            sets[-1].append(control)
        else:
            sets.append([control])
    return tuple(tuple(s) for s in sets)


def _body(snapshot: Snapshot) -> Iterable[Control]:
    return (c for c in snapshot.controls if c.visible and c.landmark not in _FRAME)


def _belongs(control: Control, members: Sequence[Control], lexicon: Lexicon, methods: Methods) -> bool:
    last = members[-1]
    if (control.form, control.frame, control.dialog) != (last.form, last.frame, last.dialog):
        return False
    own, theirs = _name_words(control), _name_words(last)
    shared = own & theirs
    if control.group == last.group:
        alike = bool(shared) or not (own and theirs)
    else:
        alike = bool(shared) and control.path == last.path
    topics = {t for c in (control, *members) if (t := _subject(c.words, lexicon, methods))}
    return alike and len(topics) < 2


def _subject(words: str, lexicon: Lexicon, methods: Methods) -> str:
    """What a single choice is plainly about: payment, delivery, which address, or empty."""
    if any(lexicon.score(i, words) >= 0.6 for i in ("same_address", "different_address")):
        return "address"
    return _about(words, methods)


def _name_words(control: Control) -> frozenset[str]:
    return frozenset(w for w in control.tokens.split() if not w.isdigit() and w not in _GENERIC)


def _pressed_sets(snapshot: Snapshot) -> Iterable[tuple[Control, ...]]:
    """Tabs, tiles and list entries that keep a pressed or selected state."""
    groups: dict[tuple[str, int], list[Control]] = defaultdict(list)
    for control in _body(snapshot):
        if control.role in ("tab", "option", "button", "generic") and control.checked is not None:
            groups[(control.path, control.form)].append(control)
    return (tuple(g) for g in groups.values())


def _offer(control: Control, members: Sequence[Control] = ()) -> Offer:
    words = _as_shown(control.label or control.name or control.text or control.row, control.row)
    others = [c.label or c.name for c in members if c is not control]
    alone = control.row and not any(o and o in control.row for o in others)
    line = control.row if alone and len(control.row) > len(words) else words
    return Offer(words=words, line=line, control=control, chosen=bool(control.checked))


def _as_shown(label: str, row: str) -> str:
    """A label with the spaces that the page shows between its parts.

    Why: a name and its explanation in two elements run together in the label ("Bank transferThree days")
    and stand apart in the row.
    """
    left = len("".join(label.split()))
    if not left or "".join(row.split())[:left] != "".join(label.split()):
        return label
    for end, letter in enumerate(row, 1):
        left -= not letter.isspace()
        if not left:
            return row[:end]
    return label


def _select_set(control: Control, lexicon: Lexicon, methods: Methods) -> ChoiceSet:
    real = [
        o
        for o in control.options
        if o.text and o.value and not lexicon.score("option_missing", o.text) >= 0.8
    ]
    offers = [Offer(words=o.text, line=o.text, control=control, chosen=o.selected) for o in real]
    return _set(offers, (control,), lexicon, methods, question=control.label or control.name)


def _row_sets(snapshot: Snapshot, lexicon: Lexicon, methods: Methods) -> Iterable[ChoiceSet]:
    """Rows that each have a button with the same words, under a heading that says what is chosen."""
    groups: dict[str, list[Control]] = defaultdict(list)
    for control in _body(snapshot):
        if control.role == "button" and control.row:
            groups[fold(control.name)].append(control)
    heads = [h.text for h in snapshot.headings if h.level <= 2 and h.landmark not in _FRAME]
    for members in groups.values():
        alone = len(members) == 1 and lexicon.score("continue", members[0].name) < 0.8
        if alone or len({c.row for c in members}) < len(members):
            continue
        offers = [_row_offer(c) for c in members]
        for topic, intent in _INTENTS.items():
            named = sum(_about(o.words, methods) == topic for o in offers)
            if named * 2 >= len(offers) and any(lexicon.matches(intent, h) for h in heads):
                yield ChoiceSet(topic=topic, offers=tuple(offers))


def _row_offer(control: Control) -> Offer:
    line = control.row.removesuffix(control.text or control.name).strip()
    return Offer(words=line, line=line, control=control, chosen=False)


def _set(
    offers: Sequence[Offer],
    controls: Sequence[Control],
    lexicon: Lexicon,
    methods: Methods,
    question: str = "",
) -> ChoiceSet:
    first = controls[0]
    question = question or first.group
    points = dict.fromkeys((PAYMENT, DELIVERY), 0)
    for topic, intent in _INTENTS.items():
        points[topic] += 2 if lexicon.matches(intent, question) else 0
        points[topic] += 1 if lexicon.matches(intent, first.section) else 0
        tokens = " ".join(f"{c.tokens} {c.around}" for c in controls)
        points[topic] += 1 if lexicon.intents[intent].token_score(tokens) else 0
        named = sum(_about(o.words, methods) == topic for o in offers)
        points[topic] += 2 if offers and named * 2 >= len(offers) else 0
    asks_else = sum(any(lexicon.score(i, o.words) >= 0.6 for i in _OTHER_QUESTIONS) for o in offers)
    best = max(points, key=lambda t: points[t])
    clear = points[best] >= 2 and points[best] > min(points.values()) and asks_else * 2 < max(1, len(offers))
    return ChoiceSet(topic=best if clear else "", offers=tuple(offers))


def _about(words: str, methods: Methods) -> str:
    """Whether a name is one of a way to pay or to deliver; the longer name decides.

    Example: "Cash on delivery" is about paying, although "delivery" stands in it.
    """
    longest = {
        PAYMENT: max((len(i.find(words)) for i in methods.payment.values()), default=0),
        DELIVERY: max((len(i.find(words)) for i in methods.delivery.values()), default=0),
    }
    if longest[PAYMENT] == longest[DELIVERY]:
        return ""
    return max(longest, key=lambda t: longest[t])


def method_words(words: str) -> str:
    """A name as it is compared: without price, case and punctuation."""
    return fold(re.sub(r"[\d.,]*\d[\d.,]*", " ", words))
