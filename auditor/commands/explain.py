"""`auditor explain CHECK|CRITERION`: what is asked, how it is seen, who says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from auditor.commands.options import JsonOption
from auditor.commands.output import print_json, say, show
from auditor.errors import ConfigError

if TYPE_CHECKING:
    from auditor.checks import Check
    from auditor.rubric import Criterion, Rubric
    from auditor.rules import Rule
    from reports.terminal import Explanation

EXAMPLE = "Example: auditor explain return_window_days"


def explain(
    name: Annotated[str, typer.Argument(metavar="CHECK|CRITERION", help="Its id.")] = "",
    every: Annotated[bool, typer.Option("--all", help="The whole list.")] = False,
    rubric: Annotated[
        str, typer.Option("--rubric", metavar="FILE", help="A rubric file, or the name of a bundled one.")
    ] = "standard",
    as_json: JsonOption = False,
) -> None:
    """Say what a check or a criterion asks, how it is seen, what can fool it, and who says it matters."""
    if bool(name) == every:
        raise ConfigError("name one check or criterion, or say --all")
    from auditor.checks import all_checks
    from auditor.rubric import load_rubric

    checks = all_checks()
    judged_by = load_rubric(rubric, {check.id: check.unit for check in checks.values()})
    found = {e.id: e for e in _explanations(checks, judged_by)}
    if every:
        if as_json:
            print_json({"schema": 1, "entries": [_document(e, checks) for e in found.values()]})
            return
        for entry in found.values():
            say(f"{entry.id}: {entry.question}")
        return
    from auditor.commands.places import one_of

    if name not in found:
        one_of(name, tuple(found), "check or criterion")
    if as_json:
        print_json({"schema": 1, **_document(found[name], checks)})
        return
    from reports.terminal import explain_text

    show(explain_text(found[name]))


def _explanations(checks: dict[str, Check], rubric: Rubric) -> Iterator[Explanation]:
    """Every check, then every criterion that is not called like its check."""
    from reports.terminal import Explanation

    for check in checks.values():
        users = [c for c in rubric.criteria if c.check == check.id]
        yield Explanation(
            id=check.id,
            question=check.question,
            how=check.doc,
            fooled_by=check.fooled_by,
            unit=check.unit,
            reads=check.reads,
            sources=_sources(users),
            criteria=tuple(criterion_words(c) for c in users),
        )
    for criterion in rubric.criteria:
        if criterion.id in checks:
            continue
        by = checks.get(criterion.check)
        yield Explanation(
            id=criterion.id,
            question=criterion.question,
            how=f"Answered by the check {by.id}. {by.doc}" if by else f"Answered by: {criterion.answered_by}",
            fooled_by=by.fooled_by if by else "",
            unit=by.unit if by else "",
            reads=by.reads if by else (),
            sources=_sources([criterion]),
            criteria=(criterion_words(criterion),),
        )


def _sources(criteria: list[Criterion]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(str(c.source) for c in criteria if c.source is not None))


def criterion_words(criterion: Criterion) -> str:
    """`generous_returns, weight 3: met from 30 days; ...`."""
    words = f"{criterion.id}, weight {criterion.weight:g}"
    words += ", must-have" if criterion.gate else ""
    words += f": {rule_words(criterion.rule)}" if criterion.rule is not None else ""
    words += f"; absent: {criterion.if_absent.value}" if criterion.if_absent else ""
    return words + (f". {criterion.why}" if criterion.why else "")


def rule_words(rule: Rule) -> str:
    """How a rule earns points, in one line."""
    from auditor.rules import Bands, Curve, YesNo

    match rule:
        case YesNo():
            return f"yes: {rule.yes.value}, no: {rule.no.value}"
        case Curve():
            earns = f"90% of the weight at {rule.p10:g}, half at {rule.median:g}"
            return f"a curve, {rule.better} is better: {earns}"
        case Bands():
            return ", ".join(_band_words(band) for band in rule.bands)


def _band_words(band: object) -> str:
    from auditor.rules import Band

    assert isinstance(band, Band)
    if band.otherwise:
        return f"otherwise: {band.outcome.value}"
    limits = [
        f"{limit.word.replace('_', ' ')} "
        + " or ".join(f"{currency} {amount}".strip() for currency, amount in limit.amounts)
        for limit in band.limits
    ]
    values = [str(value).lower() if isinstance(value, bool) else str(value) for value in band.values]
    return f"{' and '.join(limits) or ' or '.join(values)}: {band.outcome.value}"


def _document(entry: Explanation, checks: dict[str, Check]) -> dict[str, object]:
    return {
        "id": entry.id,
        "kind": "check" if entry.id in checks else "criterion",
        "question": entry.question,
        "how": entry.how,
        "fooled_by": entry.fooled_by,
        "unit": entry.unit,
        "reads": list(entry.reads),
        "sources": list(entry.sources),
        "criteria": list(entry.criteria),
    }
