"""How the audit was done, what stayed unseen and why, and which files prove the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from auditor.errors import sentence
from auditor.models import Scorecard
from reports.humans import in_utc, plural, when
from reports.model import EvidenceReport, FactReport, FindingReport, FrameReport, GapReport
from reports.plain import ADDRESS_LIMIT, NAME_LIMIT, clean, evidence_href

ETHICS = (
    "The walk stopped before the order: nothing was bought, no order was placed and no card data were typed. "
    "The name and the address typed into forms are made up. One visitor at a time, at the pace that the "
    "wave sets; crawlers obey robots.txt. Where the shop turned us away, we went away."
)
SCORING = (
    "The score is points earned of points that could be judged. What does not apply leaves the count. What "
    "we could not see never costs points: it lowers the coverage and widens the bounds. Only what was looked "
    "for in every place where it belongs, and was not there, counts as missing."
)
SNAPSHOT = (
    "What was seen at one time. Prices, stock and pages change; whoever doubts a finding can open the "
    "evidence file, whose name is the fingerprint of its contents."
)
_KINDS = {
    "png": "picture", "jpg": "picture", "jpeg": "picture", "webp": "picture", "pdf": "document",
    "html.gz": "page source", "txt.gz": "text of the page", "json.gz": "snapshot of the page",
}  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Links:
    """Where a report's neighbours are, and what a scorecard itself does not know about the visits."""

    overview: str = ""
    """The wave's overview, relative to the scorecard; empty when there is none."""
    evidence_root: str = ""
    """The evidence's `objects` folder, relative to the scorecard; empty: files are named, not linked."""
    identity: str = ""
    """The user agents shown to the shop; empty when not known."""
    limits: dict[str, str] = field(default_factory=dict)
    """The wave's limits, name -> value: `actions` -> `80`."""


def build_method(card: Scorecard, links: Links, evidence_count: int) -> tuple[FactReport, ...]:
    """The lines of the method box."""
    period = "no visit took place"
    if card.started_at and card.ended_at:
        period = f"{when(card.started_at)} to {when(card.ended_at)}"
    loaded, files = plural(card.pages_loaded, "page"), plural(evidence_count, "file")
    versions = (f"{clean(k, NAME_LIMIT)} {clean(v, NAME_LIMIT)}" for k, v in sorted(card.versions.items()))
    lines = [
        ("When", period),
        ("What was loaded", f"{loaded} asked of the shop; {files} of evidence behind this scorecard"),
        ("Seen as", clean(links.identity) or "not recorded in this scorecard"),
        ("Limits of the wave", ", ".join(f"{k} {v}" for k, v in sorted(links.limits.items()))),
        ("Over the pages", ", ".join(clean(o, NAME_LIMIT) for o in card.overlays)),
        ("How it is scored", SCORING),
        ("What we do not do", ETHICS),
        ("What it is not", SNAPSHOT),
        ("Versions", ", ".join(versions)),
        ("Rubric fingerprint", card.rubric.sha256),
    ]
    return tuple(FactReport(title=title, text=text) for title, text in lines if text)


def build_gaps(unseen: tuple[FindingReport, ...]) -> tuple[GapReport, ...]:
    """What was not observed, by reason; the reason that hid most comes first."""
    codes = dict.fromkeys(f.code for f in unseen)
    grouped = {code: tuple(f.question for f in unseen if f.code == code) for code in codes}
    return tuple(
        GapReport(
            code=code,
            sentence=clean(sentence(code)) if code else "No reason was recorded.",
            count_text=plural(len(questions), "question"),
            questions=questions,
        )
        for code, questions in sorted(grouped.items(), key=lambda item: (-len(item[1]), item[0]))
    )


def build_evidence(
    card: Scorecard, film: tuple[FrameReport, ...], links: Links
) -> tuple[EvidenceReport, ...]:
    """Every file that a finding or a picture rests on, in the order in which they were saved."""
    found: dict[str, EvidenceReport] = {}
    uses: dict[str, int] = {}
    for line in _used(card, film, links):
        uses[line.file] = uses.get(line.file, 0) + 1
        found.setdefault(line.file, line)
    lines = sorted(found.values(), key=lambda e: (e.seen_at is None, str(e.seen_at), e.url, e.file))
    return tuple(
        EvidenceReport(
            file=e.file,
            file_href=e.file_href,
            kind=e.kind,
            url=e.url,
            seen_at=e.seen_at,
            used_text=plural(uses[e.file], "time"),
        )
        for e in lines
    )


def _used(card: Scorecard, film: tuple[FrameReport, ...], links: Links) -> Iterator[EvidenceReport]:
    for finding in card.findings:
        for ref in finding.evidence:
            for name in (ref.file, ref.screenshot):
                if name:
                    yield _line(name, ref.url, ref.seen_at, links)
    for frame in film:
        if frame.screenshot:
            yield _line(frame.screenshot, frame.url, frame.seen_at, links)


def _line(name: str, url: str, seen_at: datetime | None, links: Links) -> EvidenceReport:
    return EvidenceReport(
        file=clean(name, NAME_LIMIT),
        file_href=evidence_href(links.evidence_root, name),
        kind=_KINDS.get(name.partition(".")[2], "file"),
        url=clean(url, ADDRESS_LIMIT),
        seen_at=in_utc(seen_at),
        used_text="",
    )
