"""What a scorecard page shows: every sentence, number and place already worked out.

Templates only lay out. Texts that come from a shop are cleaned (`reports.plain`) before they get here;
`report.json` holds the same model, so that whatever stands on a page can be read by a program.
All percentages are 0 to 100; times are aware UTC.
"""

from __future__ import annotations

from reports.model.findings import (
    EvidenceFile,
    EvidenceReport,
    FindingReport,
    GapReport,
    MendReport,
    ProofReport,
)
from reports.model.overview import (
    HeatReport,
    OverviewReport,
    ShopLine,
    WaveReport,
)
from reports.model.scorecard import (
    FactReport,
    HeadReport,
    ScorecardReport,
    ScoreReport,
    SectionReport,
)
from reports.model.walk import (
    CheckoutReport,
    FrameReport,
    FunnelReport,
    GateReport,
    MeasureReport,
)

__all__ = [
    "SCHEMA",
    "CheckoutReport",
    "EvidenceFile",
    "EvidenceReport",
    "FactReport",
    "FindingReport",
    "FrameReport",
    "FunnelReport",
    "GapReport",
    "GateReport",
    "HeadReport",
    "HeatReport",
    "MeasureReport",
    "MendReport",
    "OverviewReport",
    "ProofReport",
    "ScoreReport",
    "ScorecardReport",
    "SectionReport",
    "ShopLine",
    "WaveReport",
]

SCHEMA = 1
"""Version of the documented report model; raised when a field changes its meaning or goes away."""
