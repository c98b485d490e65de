"""How the audit was done, what stayed unseen and why, and which files prove the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from auditor.errors import sentence
from auditor.models import Scorecard
from reports.humans import in_utc, plural, when
from reports.model import EvidenceFile, EvidenceReport, FactReport, FindingReport, FrameReport, GapReport
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
    """Every file that a finding or a picture rests on, page by page in the order in which they were saved."""
    pages: dict[tuple[str, datetime | None], dict[str, int]] = {}
    for name, url, seen_at in _used(card, film):
        files = pages.setdefault((clean(url, ADDRESS_LIMIT), in_utc(seen_at)), {})
        files[name] = files.get(name, 0) + 1
    ordered = sorted(pages.items(), key=lambda page: (page[0][1] is None, str(page[0][1]), page[0][0]))
    return tuple(
        EvidenceReport(
            url=url,
            seen_at=seen_at,
            files=tuple(
                EvidenceFile(
                    file=clean(name, NAME_LIMIT),
                    file_href=evidence_href(links.evidence_root, name),
                    kind=_KINDS.get(name.partition(".")[2], "file"),
                    used_text=f"used {plural(files[name], 'time')}",
                )
                for name in sorted(files, key=lambda name: (_KINDS.get(name.partition(".")[2], "file"), name))
            ),
        )
        for (url, seen_at), files in ordered
    )


def _used(card: Scorecard, film: tuple[FrameReport, ...]) -> Iterator[tuple[str, str, datetime | None]]:
    for finding in card.findings:
        for ref in finding.evidence:
            for name in (ref.file, ref.screenshot):
                if name:
                    yield name, ref.url, ref.seen_at
    for frame in film:
        if frame.screenshot:
            yield frame.screenshot, frame.url, frame.seen_at
