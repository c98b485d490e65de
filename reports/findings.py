"""How a finding is told: question, verdict, value, points, reason and proof."""

from __future__ import annotations

import math

from auditor.errors import sentence
from auditor.models import EvidenceRef, Finding, Outcome, State, Value
from reports.humans import in_utc, number, plural, points_text, value_text
from reports.model import FindingReport, MendReport, ProofReport
from reports.plain import (
    ADDRESS_LIMIT,
    NAME_LIMIT,
    QUOTE_LIMIT,
    VALUE_LIMIT,
    clean,
    evidence_href,
    language_tag,
    safe_href,
)

SECTION_TITLES = {
    "search": "Search",
    "product": "Product page",
    "cart": "Cart",
    "checkout": "Checkout",
    "payment": "Payment",
    "delivery": "Delivery",
    "self_service": "Self-service and FAQ",
    "contact": "Contact and service hours",
    "returns": "Returns",
    "trust": "Trust and legal",
    "access": "Access",
    "after_order": "After the order",
    "answers": "Answers",
}
"""Section id -> heading."""

TONES = {
    Outcome.MET: ("good", "Met"),
    Outcome.PARTLY_MET: ("partly", "Partly met"),
    Outcome.NOT_MET: ("bad", "Not met"),
    Outcome.NOT_APPLICABLE: ("neutral", "Does not apply"),
    Outcome.NOT_OBSERVED: ("unknown", "Not observed"),
    Outcome.OUTSIDE_WAVE: ("neutral", "Outside this wave"),
}
"""Outcome -> sign and word. A sign never stands without its word."""

_ROLES = {
    "home": "home page",
    "product": "product page",
    "last_state": "last state before the order",
    "faq": "FAQ",
    "looked": "page where it was looked for",
    "wall": "page that stopped the visit",
}
"""Roles whose id does not read well by itself."""

PROOFS_SHOWN = 3
"""Places shown with a finding; the evidence index has all."""
MENDS_SHOWN = 6
"""Findings in the list of what to mend first."""


def section_title(section: str) -> str:
    """A section's heading; a section that is new to us is shown by its id."""
    return SECTION_TITLES.get(section) or clean(section.replace("_", " ").capitalize(), NAME_LIMIT)


def anchor(criterion: str) -> str:
    """Where a finding stands on the page."""
    return "finding-" + "".join(c if c.isascii() and (c.isalnum() or c == "_") else "-" for c in criterion)


def build_finding(finding: Finding, language: str, evidence_root: str) -> FindingReport:
    """A finding with its texts cleaned and its values spelled out."""
    tone, verdict = TONES[finding.outcome]
    shown = value_text(finding.value, finding.unit, finding.state)
    scored = finding.outcome in (Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET)
    proofs = tuple(build_proof(ref, language, evidence_root) for ref in finding.evidence[:PROOFS_SHOWN])
    more = len(finding.evidence) - len(proofs)
    return FindingReport(
        anchor=anchor(finding.criterion),
        criterion=finding.criterion,
        question=clean(finding.title) or finding.criterion,
        section=finding.section,
        section_title=section_title(finding.section),
        check=finding.check,
        outcome=finding.outcome.value,
        state=finding.state.value,
        tone=tone,
        verdict=verdict,
        value=_value(finding.value),
        value_text=shown,
        unit=clean(finding.unit, NAME_LIMIT),
        points=finding.points,
        possible=finding.possible,
        lost=max(finding.possible - finding.points, 0.0) if scored and finding.points is not None else 0.0,
        points_text=points_text(finding.points, finding.possible) if scored else "",
        is_gate=finding.gate,
        because=_because(finding, shown, verdict),
        code=clean(finding.code, NAME_LIMIT),
        source=clean(finding.source),
        proofs=proofs,
        more_proofs_text=f"{plural(more, 'further place')} in the evidence index" if more > 0 else "",
    )


def _because(finding: Finding, value: str, verdict: str) -> str:
    # "yes: is met" says again what verdict and value say side by side; what follows it does not.
    because = clean(finding.because).removeprefix(f"{value}: is {verdict.lower()}").removeprefix("; ")
    if finding.outcome is not Outcome.NOT_OBSERVED or not finding.code:
        return _as_sentence(because)
    # The scorer may have written the sentence already; twice would read as if something went wrong twice.
    is_told = because.startswith(sentence(finding.code))
    return because if is_told else clean(sentence(finding.code, because))


def _as_sentence(text: str) -> str:
    """The text with a capital at its beginning, where that is a plain word of ours and not a quoted one."""
    first = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if first.isascii() and first.isalpha() and first.islower() else text


def _value(value: Value) -> Value:
    """The value with its texts cleaned; what is no number JSON could not hold."""
    match value:
        case str():
            return clean(value, VALUE_LIMIT)
        case tuple():
            return tuple(clean(part, VALUE_LIMIT) for part in value)
        case float() if not math.isfinite(value):
            return None
        case _:
            return value


def build_proof(ref: EvidenceRef, language: str, evidence_root: str) -> ProofReport:
    """A place where something was seen."""
    return ProofReport(
        url=clean(ref.url, ADDRESS_LIMIT),
        href=safe_href(ref.url),
        quote=clean(ref.quote, QUOTE_LIMIT),
        language=language_tag(language),
        seen_at=in_utc(ref.seen_at),
        file=clean(ref.file, NAME_LIMIT),
        file_href=evidence_href(evidence_root, ref.file),
        screenshot=ref.screenshot,
        box=ref.box if ref.box and all(map(math.isfinite, ref.box)) else None,
        role=clean(_ROLES.get(ref.role, ref.role.replace("_", " ")), NAME_LIMIT),
    )


def build_mends(findings: tuple[FindingReport, ...], observed: float) -> tuple[MendReport, ...]:
    """The findings that cost the most points, worst first; must-haves win ties.

    `observed`: the points that a rated shop was judged on, 0 for a shop without a score.
    """
    costly = sorted((f for f in findings if f.lost > 0), key=lambda f: (-f.lost, not f.is_gate))
    return tuple(
        MendReport(
            anchor=f.anchor,
            question=f.question,
            section_title=f.section_title,
            tone=f.tone,
            verdict=f.verdict,
            # "no" repeats the verdict, and that something is not there stands in the reason.
            value_text="" if isinstance(f.value, bool) or f.state == State.ABSENT else f.value_text,
            because=f.because,
            lost=f.lost,
            lost_text=f"{points_text(f.lost, f.possible)} lost",
            gain_text=f"+{number(100 * f.lost / observed)} percentage points" if observed else "",
            is_gate=f.is_gate,
        )
        for f in costly[:MENDS_SHOWN]
    )


def mend_text(findings: tuple[FindingReport, ...], shown: int) -> str:
    """What the list leaves out, or why it is empty."""
    costly = [f for f in findings if f.lost > 0]
    if not any(f.points is not None for f in findings):
        return "Nothing could be judged, so nothing can be said about what to mend."
    if not costly:
        return "No points were lost on anything that could be judged."
    rest = costly[shown:]
    if not rest:
        return "These are all the findings that cost points."
    return f"{plural(len(rest), 'further finding')} cost points; they stand under Findings."


def is_judged(finding: FindingReport) -> bool:
    """True for what stands in its section; the rest stands apart."""
    return finding.outcome not in (Outcome.NOT_OBSERVED, Outcome.OUTSIDE_WAVE)


def section_summary(findings: tuple[FindingReport, ...], unseen: int) -> str:
    """How many criteria ended how, in words."""
    counts = [(v, sum(f.verdict == v for f in findings)) for _, v in TONES.values()]
    parts = [f"{count} {word.lower()}" for word, count in counts if count]
    if unseen:
        parts.append(f"{unseen} not observed")
    return " · ".join(parts) or "nothing was asked here"
