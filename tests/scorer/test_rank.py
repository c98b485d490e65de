"""Ranks within peer groups."""

from __future__ import annotations

import pandas as pd

from auditor.benchmark import rank


def panel(*rows: tuple[str, str, float | None]) -> pd.DataFrame:
    frame = pd.DataFrame(rows, columns=["shop", "peer_group", "share"])
    return frame.assign(coverage=0.9, rated=frame["share"].notna())


def test_the_best_is_first_and_ties_share_a_rank() -> None:
    out = rank(panel(("a", "x", 0.5), ("b", "x", 0.7), ("c", "x", 0.7), ("d", "x", 0.1)))
    assert list(out["rank"]) == [3, 1, 1, 4]
    assert [round(p) for p in out["percentile"]] == [33, 83, 83, 0]


def test_what_is_not_rated_has_neither_rank_nor_percentile_and_is_no_peer() -> None:
    out = rank(panel(("a", "x", None), ("b", "x", 0.2), ("c", "x", 0.4)))
    assert out["rank"].isna().tolist() == [True, False, False]
    assert out["percentile"].isna().tolist() == [True, False, False]
    assert out["peers"].tolist() == [2, 2, 2]


def test_groups_are_apart_and_who_is_alone_has_no_percentile() -> None:
    out = rank(panel(("a", "x", 0.5), ("b", "y", 0.1), ("c", "", 0.3)))
    assert list(out["rank"]) == [1, 1, 1]
    assert out["percentile"].isna().all()


def test_an_empty_panel_stays_empty() -> None:
    assert rank(panel()).empty
