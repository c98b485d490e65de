"""Where waves, visits and gradings are kept: SQLite by default, one schema for every backend."""

from __future__ import annotations

from auditor.store.base import Correction, PlanRow, Store
from auditor.store.rebuild import reindex
from auditor.store.sql import SqlStore, open_store

__all__ = ["Correction", "PlanRow", "SqlStore", "Store", "open_store", "reindex"]
