"""Where does a shop stand in its peer group?"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def rank(scorecards: pd.DataFrame) -> pd.DataFrame:
    """Rank and percentile of every rated shop within its peer group.

    Frame: in, one row per shop: shop str, peer_group str, share float 0..1 or missing, coverage float
    0..1, and optionally rated bool. Out, the same rows in the same order plus rank Int64 (1 is best, ties
    share a rank), peers Int64 (rated shops of the group) and percentile Float64 0..100 (share of the
    other rated shops that this one is above, ties half); rank and percentile are <NA> when not rated,
    percentile also where there is nobody to compare with.
    """
    import pandas as pd  # late: the import takes a second

    out = scorecards.copy()
    share = out["share"].astype("Float64")
    if "rated" in out:
        share = share.mask(~out["rated"].astype(bool))
    group = share.groupby(out["peer_group"].fillna(""))
    out["rank"] = group.rank(ascending=False, method="min").astype("Int64")
    out["peers"] = group.transform("count").astype("Int64")
    middle = group.rank(ascending=True, method="average").astype("Float64")
    others = (out["peers"] - 1).astype("Float64")
    out["percentile"] = ((middle - 1) / others.mask(others <= 0, pd.NA) * 100).round(6)
    return out
