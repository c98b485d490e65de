"""In which ways can goods go back: label, online start, store, exchange, form?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.reading.base import Reading
from auditor.reading.policy_text import SILENT, Statement, clauses
from auditor.reading.policy_words import PolicyWords

_LABELS = (("in_box", "in_box"), ("printable", "printable"), ("on_request", "on_request"))


def read_labels(said: Sequence[Statement]) -> tuple[Reading, Reading]:
    """Whether the shop gives a prepaid label, and how it comes."""
    given: list[Statement] = []
    refused: list[Statement] = []
    for statement in said:
        if statement.is_question or statement.said.has("faulty") or not _about_returns(statement):
            continue
        if statement.said.has("no_label"):
            refused.append(statement)
        elif statement.said.has("label") and _gives_label(statement):
            given.append(statement)
    if given and refused:
        clash = Reading(
            value=None, quote=given[0].text, because="another sentence says that there is no label"
        )
        return clash, clash
    if refused:
        return Reading(value=False, quote=refused[0].text), Reading(value="none", quote=refused[0].text)
    if not given:
        return SILENT, SILENT
    for group, name in _LABELS:
        for statement in given:
            if statement.said.has(group):
                return Reading(value=True, quote=given[0].text), Reading(value=name, quote=statement.text)
    return Reading(value=True, quote=given[0].text), SILENT


def _gives_label(statement: Statement) -> bool:
    said = statement.said
    if said.has("prepaid"):
        return not said.has("negation")
    if said.has("negation") or (said.has("customer_pays") and not said.has("deduct")):
        return False
    return said.has("in_box", "printable", "on_request") and said.has("label")


def _about_returns(statement: Statement) -> bool:
    return statement.about("returns", "withdrawal") or statement.said.has("return_cost")


def read_start_online(said: Sequence[Statement]) -> Reading:
    """Whether a return is started in a portal, an account or an online form."""
    for statement in said:
        if statement.is_question or not _about_returns(statement) or statement.said.has("negation"):
            continue
        if statement.said.has("online_portal") or (
            statement.said.has("online") and statement.said.has("form")
        ):
            return Reading(value=True, quote=statement.text)
    return SILENT


def read_in_store(said: Sequence[Statement], words: PolicyWords) -> Reading:
    """Whether what was bought online can go back to a store; "our online store" is none."""
    return _yes_or_no(said, _names_a_store, "in_store", words)


def _names_a_store(statement: Statement) -> bool:
    return statement.said.has("returns", "exchange") and "in_store" in statement.said.apart(
        "in_store", "web_shop"
    )


def read_exchange(said: Sequence[Statement]) -> Reading:
    """Whether goods can be exchanged."""
    no = [s for s in said if s.said.has("no_exchange") and not s.is_question]
    yes = [
        s
        for s in said
        if s.said.has("exchange") and not s.said.has("no_exchange", "negation", "faulty", "in_store", *_GOODS)
        and not s.is_question and not s.is_heading
    ]  # fmt: skip
    if no and yes:
        return Reading(value=None, quote=no[0].text, because=f"another sentence says: {yes[0].text[:200]}")
    if no:
        limited = no[0].about(*_GOODS)
        return SILENT if limited else Reading(value=False, quote=no[0].text)
    return Reading(value=True, quote=yes[0].text) if yes else SILENT


_GOODS = ("exception_sale", "exception_goods")


def read_form(said: Sequence[Statement]) -> Reading:
    """Whether a withdrawal or return form is offered or named."""
    found = next(
        (s for s in said if s.said.has("form") and not s.said.has("negation") and not s.is_question), None
    )
    return Reading(value=True, quote=found.text) if found else SILENT


def _yes_or_no(
    said: Sequence[Statement], speaks: Callable[[Statement], bool], group: str, words: PolicyWords
) -> Reading:
    """True or False where all sentences agree, by negation in the clause that holds the words."""
    answers: list[tuple[bool, Statement]] = []
    for statement in said:
        if (
            statement.is_question
            or statement.is_heading
            or statement.said.has(*_GOODS)
            or not speaks(statement)
        ):
            continue
        parts = [words.find(statement.text[a:b]) for a, b in clauses(statement.text)]
        denied = any(p.has(group) and p.has("negation") for p in parts)
        answers.append((not denied, statement))
    if len({yes for yes, _ in answers}) > 1:
        return Reading(
            value=None, quote=answers[0][1].text, because="one sentence allows it, another does not"
        )
    return Reading(value=answers[0][0], quote=answers[0][1].text) if answers else SILENT
