"""The nouns of an audit, frozen. See docs/words.md for what each word means."""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

Value: TypeAlias = bool | int | float | str | tuple[str, ...] | None
"""What a check read. Service hours are OSM opening_hours strings, money is "EUR 4.99", durations are
whole days, several values are a tuple; None means that the fact is there but could not be read."""

STAGES = ("home", "search", "product", "cart", "checkout", "last_state")
"""The funnel, in order."""

SECTIONS = (
    "search",
    "product",
    "cart",
    "checkout",
    "payment",
    "delivery",
    "self_service",
    "contact",
    "returns",
    "trust",
    "access",
    "after_order",
    "answers",
)
"""Where checks live and how a scorecard is divided."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shop:
    """An online store that is audited."""

    name: str
    url: str
    country: str = ""
    """ISO 3166 alpha-2; empty when the wave does not say."""
    language: str = ""
    """BCP 47; empty: read from the pages."""
    peer_group: str = ""
    look_for: tuple[str, ...] = ()
    """Search terms the wave suggests."""

    @property
    def slug(self) -> str:
        """The shop's name as a file name: `acme-outfitters`."""
        plain = unicodedata.normalize("NFKD", self.name.lower())
        kept = "".join(
            c if c.isalnum() and c.isascii() else "" if unicodedata.combining(c) else "-" for c in plain
        )
        whole = "-".join(p for p in kept.split("-") if p)
        if 0 < len(whole) <= 60 and not any(c.isalpha() and not c.isascii() for c in plain):
            return whole
        # Letters that have no place in a file name, or too many of them: a mark of the whole name keeps
        # two shops apart.
        mark = hashlib.sha256(self.name.encode()).hexdigest()[:8]
        return f"{whole[:60].strip('-') or 'shop'}-{mark}"


# --- evidence ---------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Reason:
    """One feature that spoke for or against a control."""

    feature: str
    points: float
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """A control with its score for an intent."""

    i: int
    """Index of the control within the snapshot."""
    score: float
    words: str = ""
    """What stands on the control, for people."""
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Choice:
    """The control picked for an intent, with score, reasons and runners-up."""

    intent: str
    best: Candidate
    runners_up: tuple[Candidate, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """One thing the shopper did."""

    n: int
    kind: str
    """click, type, choose, press, goto, back, scroll."""
    intent: str = ""
    target: str = ""
    """Words on the control."""
    value: str = ""
    """What was typed or chosen; synthetic by construction."""
    url: str = ""
    """Where it was done."""
    at: datetime
    seconds: float = 0.0
    """Machine time until the page had settled, without the pace between actions."""
    seen: str = ""
    """What was seen afterwards; empty when nothing was expected."""
    choice: Choice | None = None
    counts: bool = True
    """False for what a customer would not have needed to do (our recovery, closing an overlay)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One kept moment of a visit."""

    n: int
    role: str
    """What the page is for: home, search_results, product, cart, checkout, last_state, faq, contact, ..."""
    url: str
    title: str = ""
    seen_at: datetime
    snapshot: str = ""
    """Names of evidence files; empty where that file was not taken."""
    html: str = ""
    text: str = ""
    screenshot: str = ""
    document: str = ""
    """A downloaded document such as a PDF policy."""
    actions: int = 0
    """How many actions of the visit came before this step."""
    seconds: float = 0.0
    """Machine time of the visit up to here."""
    status: int = 0
    """HTTP status of the page, 0 when unknown."""
    facts: dict[str, Value] = field(default_factory=dict)
    """What the scenario knew and a check cannot see: the query typed, the product meant, ..."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Visit:
    """A sealed visit: one walk of one scenario, or one crawl of one spider, through one shop."""

    id: str
    wave: str
    shop: Shop
    scenario: str
    kind: str
    """walk or crawl."""
    started_at: datetime
    ended_at: datetime
    seconds: float
    """Machine time without the pace."""
    identity: str = ""
    """The user agent shown to the shop."""
    versions: dict[str, str] = field(default_factory=dict)
    """program, lexicon, browser, ..."""
    steps: tuple[Step, ...] = ()
    actions: tuple[Action, ...] = ()
    outcomes: dict[str, str] = field(default_factory=dict)
    """Per role or stage: `reached`, `not_found` (looked in every place where it belongs), or a trouble
    code."""
    details: dict[str, str] = field(default_factory=dict)
    """Per role or stage, the sentence behind the outcome."""
    network: str = ""
    """Evidence file with the requests made, without bodies."""
    overlays: tuple[str, ...] = ()
    """What lay over the pages and what was pressed."""
    schema: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceRef:
    """Where something was seen: the answer to "how do you know?"."""

    url: str
    quote: str = ""
    """The page's own words, unchanged."""
    seen_at: datetime | None = None
    file: str = ""
    """Evidence file that holds the words."""
    screenshot: str = ""
    box: tuple[float, float, float, float] | None = None
    """x, y, width, height on the screenshot, CSS pixels."""
    visit: str = ""
    role: str = ""


# --- answers ----------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True, slots=True)
class Observed:
    """Read it, with quote and place."""

    value: Value
    evidence: tuple[EvidenceRef, ...]
    because: str = ""
    """How the value follows from the quotes, where that is not plain."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Absent:
    """Looked in every place where it belongs, and names them; it is not there."""

    evidence: tuple[EvidenceRef, ...]
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NotApplicable:
    """The question makes no sense here, by rule and with evidence."""

    because: str
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class NotObserved:
    """We could not look, or could not tell; never costs a shop points."""

    code: str
    """A key of auditor.errors.TROUBLES."""
    because: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


Answer: TypeAlias = Observed | Absent | NotApplicable | NotObserved


class State(StrEnum):
    """The four answers, as written in JSON and the store."""

    OBSERVED = "observed"
    ABSENT = "absent"
    NOT_APPLICABLE = "not_applicable"
    NOT_OBSERVED = "not_observed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Observation:
    """A check's answer about one shop in one wave."""

    check: str
    version: int
    state: State
    value: Value = None
    unit: str = ""
    code: str = ""
    """Trouble code of a not-observed answer."""
    because: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


# --- judgement --------------------------------------------------------------------------------------


class Outcome(StrEnum):
    """How a criterion ended for one shop."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    NOT_OBSERVED = "not_observed"
    OUTSIDE_WAVE = "outside_wave"


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A criterion judged for one shop, with reason and evidence."""

    criterion: str
    title: str
    """The criterion's question."""
    section: str
    check: str
    outcome: Outcome
    state: State
    value: Value = None
    unit: str = ""
    points: float | None = None
    """Points earned; None where nothing could be earned or lost."""
    possible: float
    """Points that could be earned here."""
    gate: bool = False
    because: str = ""
    code: str = ""
    source: str = ""
    evidence: tuple[EvidenceRef, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Score:
    """Earned over possible, with what is not known beside it. All shares are 0..1."""

    share: float | None
    """E/O; None when nothing was observed or coverage is below the minimum."""
    coverage: float
    low: float
    high: float
    rated: bool
    earned: float
    observed: float
    applicable: float


@dataclass(frozen=True, kw_only=True, slots=True)
class GateResult:
    """A must-have criterion, in the rubric's order."""

    criterion: str
    title: str
    met: bool | None
    """None when it was not observed or does not apply."""
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FunnelStage:
    """How far the walk came."""

    stage: str
    outcome: str
    """reached, not_found, or a trouble code."""
    url: str = ""
    seconds: float = 0.0
    """Machine seconds from the start of the walk."""
    because: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckoutCounts:
    """What a customer has to do between the cart and the last state before the order."""

    screens: int | None = None
    """Distinct states to complete, cart and last state included."""
    steps_declared: int | None = None
    """Length of the shop's own progress list."""
    clicks: int | None = None
    fields_shown: int | None = None
    fields_required: int | None = None
    machine_seconds: float | None = None
    stopped_at: str = ""
    censored: bool = True
    """True: the walk stopped before the end, every count is "at least"."""
    order_button: str = ""
    """Words on the control that would place the order."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FilmFrame:
    """One picture of the walk with what it took to get there."""

    stage: str
    role: str
    caption: str
    url: str
    seen_at: datetime
    screenshot: str
    screen: int | None = None
    """Number of the checkout screen, where it is one."""
    clicks: int = 0
    """Clicks since the frame before."""
    fields: int = 0
    """Fields shown on this screen."""
    seconds: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class RubricRef:
    """Which rubric judged, exactly."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Scorecard:
    """All findings and scores of one audit."""

    shop: Shop
    wave: str
    rubric: RubricRef
    score: Score
    sections: dict[str, Score]
    gates: tuple[GateResult, ...]
    funnel: tuple[FunnelStage, ...]
    checkout: CheckoutCounts
    findings: tuple[Finding, ...]
    film: tuple[FilmFrame, ...] = ()
    started_at: datetime | None = None
    ended_at: datetime | None = None
    versions: dict[str, str] = field(default_factory=dict)
    overlays: tuple[str, ...] = ()
    pages_loaded: int = 0
    """Pages that we asked of the shop."""
