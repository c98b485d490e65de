"""Which shop engines there are."""

from __future__ import annotations

from benchmarks.shops import cartridge, evershop, oscar
from benchmarks.shops.engine import Engine

ENGINES: tuple[Engine, ...] = (oscar.ENGINE, evershop.ENGINE, cartridge.ENGINE)
