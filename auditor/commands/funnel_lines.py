"""How far did the walk through each shop come? One line per shop."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.models import STAGES, FunnelStage, Scorecard

NOT_VISITED = "not_visited"


def funnel_line(card: Scorecard) -> str:
    """`Acme: home reached, search reached, product not_found, ...; 78% of the points, 90% seen`."""
    stages = ", ".join(f"{stage.stage} {stage.outcome}" for stage in card.funnel)
    return f"{card.shop.name}: {stages}; {score_words(card)}"


def score_words(card: Scorecard) -> str:
    """`78% of the points, 90% seen`, or why there is none."""
    seen = f"{card.score.coverage:.0%} seen"
    if not card.score.rated or card.score.share is None:
        return f"not rated, {seen}"
    return f"{card.score.share:.0%} of the points, {seen}"


def why_not_audited(funnel: Sequence[FunnelStage]) -> str:
    """Why nothing of a shop was seen, or an empty string when something was."""
    if any(stage.outcome == "reached" for stage in funnel):
        return ""
    from auditor.errors import sentence

    looked = [stage for stage in funnel if stage.outcome not in (NOT_VISITED, "not_found")]
    if not looked:
        return ""
    return sentence(looked[0].outcome, looked[0].because)


def outcomes_of(funnel: Sequence[FunnelStage]) -> dict[str, str]:
    """Stage -> outcome, in the order of the funnel."""
    found = {stage.stage: stage.outcome for stage in funnel}
    return {stage: found.get(stage, NOT_VISITED) for stage in STAGES}
