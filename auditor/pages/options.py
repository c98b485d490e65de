"""Which choices does a product ask for before it can be bought?"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

from auditor.lexicon import Lexicon, fold
from auditor.snapshot import Control, Option, Snapshot

_SOLD_TOKENS = re.compile(
    r"\b(sold ?out|out ?of ?stock|unavailable|disabled|soldout|outofstock|not available)\b"
)
_SIZE = re.compile(
    r"^(xxs|xs|s|m|l|xl|xxl|xxxl|[2-6]xl|one size"
    r"|\d{1,3}([.,/]\d{1,2})?( ?(cm|mm|ml|l|g|kg|eu|uk|us|inch|oz|\"))?)$",
    re.I,
)
_NOT_OPTIONS = (
    "quantity",
    "field_country",
    "search_box",
    "coupon",
    "remember_box",
    "newsletter_box",
    "consent_accept",
    "wish_list",
)
_LANGUAGE_OR_SORT = re.compile(
    r"\b(sort|order ?by|language|lang|locale|currency|rating|per ?page|filter|vote)\b"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Question:
    """Something that has to be chosen: size, colour, ..."""

    label: str
    control: Control | None
    """The select, where it is one."""
    answers: tuple[Control, ...] = ()
    """The buttons, radios, swatches or links, where it is none; sold-out ones left out."""
    options: tuple[Option, ...] = ()
    """What the select offers; placeholders and sold-out ones left out."""
    answered: bool = False


def questions(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Question, ...]:
    """The choices on a product page, in reading order, answered ones too."""
    foreign = _foreign_forms(snapshot, lexicon)
    found = [*_selects(snapshot, lexicon, foreign), *_groups(snapshot, lexicon, foreign)]
    return tuple(q for q in found if q.options or q.answers)


def _foreign_forms(snapshot: Snapshot, lexicon: Lexicon) -> frozenset[int]:
    """Forms that send something else than the product into the cart: a rating, a search, a newsletter."""
    sending: dict[int, list[Control]] = defaultdict(list)
    for c in snapshot.controls:
        if c.submits and c.form >= 0:
            sending[c.form].append(c)
    return frozenset(
        form
        for form, buttons in sending.items()
        if not any(
            lexicon.score("add_to_cart", b.name) > 0.3 or lexicon.intents["add_to_cart"].token_score(b.tokens)
            for b in buttons
        )
        and not lexicon.intents["add_to_cart"].token_score(snapshot.forms[form].tokens)
    )


def open_questions(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Question, ...]:
    """The choices that still have to be made."""
    return tuple(q for q in questions(snapshot, lexicon) if not q.answered)


def variant_links(snapshot: Snapshot, lexicon: Lexicon) -> tuple[Control, ...]:
    """Links to the variants of a product whose own page has no way to buy: short siblings of one list."""
    groups: dict[str, list[Control]] = defaultdict(list)
    for c in snapshot.controls:
        if c.visible and c.role == "link" and c.href and c.landmark not in ("header", "footer", "nav"):
            if c.href.split("#")[0] != snapshot.url and len(c.text) <= 60:
                groups[c.path].append(c)
    for members in groups.values():
        texts = [c.text for c in members]
        named = any(
            lexicon.score("option", c.section) > 0.6 or lexicon.score("option", c.group) > 0.6
            for c in members
        )
        tokened = any(lexicon.intents["option"].token_score(f"{c.tokens} {c.around}") for c in members)
        if (named or tokened or all(_SIZE.match(t) for t in texts)) and len(set(texts)) == len(members) <= 30:
            return tuple(c for c in members if not _gone(c, lexicon))
    return ()


def _selects(snapshot: Snapshot, lexicon: Lexicon, foreign: frozenset[int]) -> list[Question]:
    found = []
    for c in snapshot.controls:
        if (
            c.tag != "select"
            or not c.options
            or c.form in foreign
            or c.landmark in ("header", "footer", "nav", "aside")
        ):
            continue
        if not c.visible and not _stands_for_hidden_select(c, snapshot):
            continue
        if _other_purpose(c, lexicon):
            continue
        real = tuple(o for o in c.options if not _is_placeholder(o, lexicon))
        chosen = next((o for o in c.options if o.selected), None)
        usable = tuple(o for o in real if o.enabled and not lexicon.matches("sold_out", o.text))
        found.append(
            Question(
                label=c.label or c.name,
                control=c,
                options=usable,
                answered=chosen is not None and not _is_placeholder(chosen, lexicon) and chosen.enabled,
            )
        )
    return found


def _stands_for_hidden_select(control: Control, snapshot: Snapshot) -> bool:
    """A hidden select whose visible stand-in (a script's widget) is a button right beside it."""
    near = snapshot.controls[max(0, control.i - 3) : control.i + 4]
    return any(
        c.visible and c.role in ("button", "combobox") and c.path.split(">")[:-1] and "select" in c.tokens
        for c in near
    )


def _is_placeholder(option: Option, lexicon: Lexicon) -> bool:
    if not option.value.strip() or option.value in ("0", "-1", "none", "null"):
        return not _SIZE.match(option.text)
    if lexicon.score("option", option.text) >= 0.97 and len(option.text.split()) > 1:
        return True  # "Choose an option" without an empty value
    return (
        not option.text
        or lexicon.score("option_missing", option.text) >= 0.8
        or bool(re.fullmatch(r"[-–—. ]+.*[-–—. ]+", option.text))
    )


def _other_purpose(control: Control, lexicon: Lexicon) -> bool:
    words, tokens = control.words, fold(control.tokens)
    if _LANGUAGE_OR_SORT.search(tokens):
        return True
    return any(lexicon.score(i, words) >= 0.8 or lexicon.intents[i].token_score(tokens) for i in _NOT_OPTIONS)


def _groups(snapshot: Snapshot, lexicon: Lexicon, foreign: frozenset[int]) -> list[Question]:
    """Radios, swatches and option buttons that stand together."""
    groups: dict[tuple[str, str], list[Control]] = defaultdict(list)
    for c in snapshot.controls:
        if (
            not c.visible
            or c.form in foreign
            or c.landmark in ("header", "footer", "nav", "aside")
            or c.tag == "select"
        ):
            continue
        if c.role in ("radio", "option") or (
            c.role in ("button", "generic", "link", "switch", "tab") and _swatch_like(c, lexicon)
        ):
            key = _radio_name(c) if c.type == "radio" else c.path
            groups[(key, c.group)].append(c)
    found = []
    for (_, label), members in groups.items():
        if len(members) < 2 and members[0].role != "radio":
            continue
        if any(
            _other_purpose(c, lexicon) or lexicon.intents["reviews"].token_score(c.tokens) for c in members
        ):
            continue
        if not _about_options(members, label, lexicon):
            continue
        usable = tuple(c for c in members if c.enabled and not _gone(c, lexicon))
        found.append(
            Question(
                label=label,
                control=None,
                answers=usable,
                answered=any(c.checked or (c.current and c.role != "link") for c in members),
            )
        )
    return found


def _radio_name(control: Control) -> str:
    return f"radio {control.form} {control.path}"


def _swatch_like(control: Control, lexicon: Lexicon) -> bool:
    words = control.text or control.name
    if len(words) > 30 or (control.role == "link" and control.href and "#" not in control.href):
        return False
    tokens = f"{control.tokens} {control.around}"
    return bool(_SIZE.match(words.strip())) or bool(lexicon.intents["option"].token_score(tokens))


def _about_options(members: list[Control], label: str, lexicon: Lexicon) -> bool:
    texts = [(c.text or c.label or c.name).strip() for c in members]
    if sum(bool(_SIZE.match(t)) for t in texts) >= max(2, len(texts) * 0.6):
        return True
    if label and lexicon.score("option", label) > 0.5:
        return True
    tokens = sum(bool(lexicon.intents["option"].token_score(f"{c.tokens} {c.around}")) for c in members)
    return tokens >= len(members) * 0.6 and len(set(texts)) == len(texts)


def _gone(control: Control, lexicon: Lexicon) -> bool:
    return bool(_SOLD_TOKENS.search(fold(control.tokens))) or lexicon.matches(
        "sold_out", f"{control.words} {control.title}"
    )
