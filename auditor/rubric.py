"""Which answers earn how many points? Reads rubric.yaml, the only place where points live."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel import Locale

from auditor.entries import suggestion, validated
from auditor.errors import ConfigError
from auditor.models import SECTIONS, Outcome, RubricRef, State, Value
from auditor.rubric_entries import ConditionEntry, CriterionEntry, RubricEntry, SourceEntry
from auditor.rubric_rules import read_rule
from auditor.rules import Rule, YesNo
from auditor.yaml_lines import Document, Place, read_yaml

EU = frozenset("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split())
REGIONS = {"EU": EU, "EEA": EU | {"IS", "LI", "NO"}}


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """When a criterion applies; everything that is set must hold."""

    countries: frozenset[str] | None = None
    check: str = ""
    state: State | None = None
    value: Value = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """Who says that this matters, or where the limits come from."""

    text: str
    figure: str = ""
    year: int | None = None
    url: str = ""

    def __str__(self) -> str:
        """`77% of 100: e-tailing group, 17th study, 2014`."""
        said = f"{self.figure}: {self.text}" if self.figure else self.text
        return f"{said}, {self.year}" if self.year and str(self.year) not in said else said


@dataclass(frozen=True, kw_only=True, slots=True)
class Criterion:
    """A line of the rubric: which answer, how it earns points, what it weighs."""

    id: str
    question: str
    section: str
    check: str
    """Empty for what no code answers."""
    weight: float
    why: str
    """Why it weighs this much."""
    rule: Rule | None
    if_absent: Outcome | None
    gate: bool
    applies_when: Condition | None
    answered_by: str
    """page, mailbox, order or person."""
    source: Source | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Rubric:
    """Criteria, their weights and their order."""

    id: str
    version: str
    title: str
    min_coverage: float
    """Share of the applicable weight that must have been observed for a shop to be rated."""
    sections: tuple[str, ...]
    criteria: tuple[Criterion, ...]
    gates: tuple[str, ...]
    """Ids of the must-haves, in order of elimination."""
    sha256: str
    """Of the file's bytes: the rubric's identity."""

    @property
    def ref(self) -> RubricRef:
        """Which rubric this is, exactly."""
        return RubricRef(id=self.id, version=self.version, sha256=self.sha256)

    def criterion(self, criterion_id: str) -> Criterion | None:
        """The criterion with this id."""
        return next((c for c in self.criteria if c.id == criterion_id), None)


def bundled_rubrics() -> dict[str, Path]:
    """Names and files of the profiles that come with the program."""
    here = Path(__file__).parent
    installed, checkout = here / "rubric.yaml", here.parent / "rubric.yaml"
    return {"standard": installed if installed.exists() else checkout}


def load_rubric(given: str | Path, checks: Mapping[str, str] | None = None) -> Rubric:
    """The rubric in a file, or a bundled one by its name.

    checks: unit of every check that exists; without it, names and units are not compared.

    Raises: ConfigError with file, line, entry and problem.
    """
    document = read_yaml(_file(given))
    entry = validated(RubricEntry, document)
    sections = _sections(entry, document)
    seen: dict[str, int] = {}
    criteria = []
    for n, criterion in enumerate(entry.criteria):
        place: Place = ("criteria", n)
        if criterion.id in seen:
            raise document.error(
                (*place, "id"), f"{criterion.id!r} is there already: criteria[{seen[criterion.id]}]"
            )
        seen[criterion.id] = n
        if criterion.section not in sections:
            hint = suggestion(criterion.section, sections)
            raise document.error(
                (*place, "section"), f"{criterion.section!r} is not among the sections{hint}"
            )
        criteria.append(_criterion(criterion, checks, document, place))
    return Rubric(
        id=entry.rubric.id,
        version=entry.rubric.version,
        title=entry.rubric.title,
        min_coverage=entry.rubric.min_coverage,
        sections=sections,
        criteria=tuple(criteria),
        gates=_gates(entry, document),
        sha256=hashlib.sha256(document.body).hexdigest(),
    )


def _file(given: str | Path) -> Path:
    bundled = bundled_rubrics()
    if str(given) in bundled:
        return bundled[str(given)]
    path = Path(given)
    if isinstance(given, str) and path.suffix not in (".yaml", ".yml") and not path.exists():
        known = ", ".join(bundled)
        raise ConfigError(
            f"no bundled rubric has this name (known: {known}), and no file either", entry=given
        )
    return path


def _sections(entry: RubricEntry, document: Document) -> tuple[str, ...]:
    sections = entry.rubric.sections
    for n, section in enumerate(sections):
        if section not in SECTIONS:
            hint = suggestion(section, SECTIONS) or "; known: " + ", ".join(SECTIONS)
            raise document.error(("rubric", "sections", n), f"unknown section {section!r}{hint}")
        if section in sections[:n]:
            raise document.error(("rubric", "sections", n), f"{section!r} is given twice")
    return sections


def _gates(entry: RubricEntry, document: Document) -> tuple[str, ...]:
    written = tuple(c.id for c in entry.criteria if c.gate)
    ordered = entry.rubric.gates
    if not ordered:
        return written
    for n, gate in enumerate(ordered):
        if gate not in written or gate in ordered[:n]:
            problem = "is given twice" if gate in ordered[:n] else "is not a criterion with gate: true"
            raise document.error(
                ("rubric", "gates", n), f"{gate!r} {problem}{suggestion(gate, set(written) - {gate})}"
            )
    if left := [gate for gate in written if gate not in ordered]:
        raise document.error(("rubric", "gates"), f"leaves out the gate {left[0]!r}")
    return ordered


def _criterion(
    entry: CriterionEntry, checks: Mapping[str, str] | None, document: Document, place: Place
) -> Criterion:
    unit = _unit(entry.check, checks, document, (*place, "check"))
    rule = read_rule(entry, unit, document, place)
    if not entry.check:
        if entry.answered_by == "page":
            raise document.error(place, "answered_by page needs a check that reads the page")
        if entry.gate:
            raise document.error((*place, "gate"), "a gate needs a check")
    else:
        if rule is None:
            raise document.error(place, "says not how it earns points: needs bands, yes_no or curve")
        if entry.if_absent is None:
            raise document.error(
                place, "if_absent is missing: what does it mean when the check finds nothing?"
            )
    if isinstance(rule, YesNo) and rule.yes == rule.no:
        raise document.error((*place, "yes_no"), "yes and no earn the same; then there is nothing to judge")
    return Criterion(
        id=entry.id,
        question=entry.question.strip(),
        section=entry.section,
        check=entry.check or "",
        weight=float(entry.weight),
        why=" ".join(entry.why.split()),
        rule=rule,
        if_absent=Outcome(entry.if_absent) if entry.if_absent else None,
        gate=entry.gate,
        applies_when=_condition(entry.applies_when, checks, document, (*place, "applies_when")),
        answered_by=entry.answered_by,
        source=_source(entry.source),
    )


def _unit(
    check: str | None, checks: Mapping[str, str] | None, document: Document, place: Place
) -> str | None:
    if check is None or checks is None:
        return None
    if check not in checks:
        raise document.error(place, f"there is no check {check!r}{suggestion(check, checks)}")
    return checks[check]


def _condition(
    entry: ConditionEntry | None, checks: Mapping[str, str] | None, document: Document, place: Place
) -> Condition | None:
    if entry is None:
        return None
    _unit(entry.check, checks, document, (*place, "check"))
    countries: set[str] | None = None
    if entry.country_in is not None:
        countries = set()
        for n, code in enumerate(entry.country_in):
            if code not in REGIONS and not (len(code) == 2 and code in Locale("en").territories):
                raise document.error((*place, "country_in", n), f"{code!r} is no country, nor EU or EEA")
            countries |= REGIONS.get(code, frozenset({code}))
    value: Any = tuple(entry.value) if isinstance(entry.value, list) else entry.value
    return Condition(
        countries=frozenset(countries) if countries is not None else None,
        check=entry.check or "",
        state=State(entry.state) if entry.state else None,
        value=value,
    )


def _source(entry: SourceEntry | None) -> Source | None:
    if entry is None:
        return None
    return Source(text=entry.text.strip(), figure=entry.figure.strip(), year=entry.year, url=entry.url)
