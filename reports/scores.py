"""How a score is told: the number, its bounds, its coverage, and when there is none."""

from __future__ import annotations

from auditor.models import Score
from reports.humans import number, whole_percent
from reports.model import ScoreReport


def build_score(score: Score) -> ScoreReport:
    """A score in the words of a scorecard."""
    low, high = _bounds(score)
    coverage = whole_percent(score.coverage, towards="down")
    percent = whole_percent(score.share) if score.rated and score.share is not None else None
    headline = "not rated" if percent is None else f"{percent}%"
    return ScoreReport(
        percent=percent,
        low_percent=low,
        high_percent=high,
        open_percent=max(high - low, 0),
        bounds_text=f"{low}%" if low == high else f"{low}–{high}%",
        coverage_percent=coverage,
        is_rated=percent is not None,
        earned=score.earned,
        observed=score.observed,
        applicable=score.applicable,
        headline=headline,
        words=_words(score, percent, low, high, coverage),
        points_text=f"{number(score.earned, 2)} of {number(score.observed, 2)} points"
        if score.observed
        else "",
        chart_text=f"Score {headline}; worst case {low}%, best case {high}%; {coverage}% of the rubric seen.",
    )


def _bounds(score: Score) -> tuple[int, int]:
    """Worst and best case, rounded outwards; where nothing is open, both are the score as it is printed."""
    if score.high - score.low < 1e-9:
        return whole_percent(score.low), whole_percent(score.low)
    return whole_percent(score.low, towards="down"), whole_percent(score.high, towards="up")


def _words(score: Score, percent: int | None, low: int, high: int, coverage: int) -> str:
    if score.applicable <= 0:
        return "Nothing in the rubric applies here, so there is nothing to score."
    if score.observed <= 0:
        return "Nothing could be judged, so there is no score. That says nothing about the shop."
    if percent is None:
        return (
            f"Only {coverage}% of the rubric could be seen, which is too little for a score. Counting all "
            f"that was not seen, it would lie between {low}% and {high}%."
        )
    if score.coverage >= 1:
        return f"{percent}% of the points; the whole rubric was seen."
    return (
        f"{percent}% of the points that could be judged; between {low}% and {high}% whatever we could not "
        f"see; {coverage}% of the rubric seen."
    )
