"""The store on SQL: SQLite by default, any other backend with the same schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, update

from auditor.models import Observation, RubricRef, Scorecard, Shop, Visit
from auditor.store import rows
from auditor.store.base import Correction, Planned, PlanRow, Store, VisitState
from auditor.store.database import open_engine, speaking
from auditor.store.schema import (
    DERIVED,
    corrections,
    evidence,
    findings,
    observations,
    plan,
    scorecards,
    scores,
    shops,
    visits,
    waves,
)


def open_store(place: Path | str) -> Store:
    """The store in a database file (made when there is none), or at a database's address.

    Raises: ConfigError when the database cannot be used, or is of a newer version of this program.
    """
    return SqlStore(open_engine(place))


class SqlStore:
    """See `auditor.store.base.Store`. Every method is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    # --- raw ---

    def add_wave(self, wave: str, shops: Sequence[Shop], settings: Mapping[str, Any]) -> None:
        """Note a wave and its shops; what is there already stays, new shops are added."""
        with self._write() as db:
            _add_wave(db, wave, settings)
            _add_shops(db, wave, shops)

    def add_plan(self, visits: Iterable[Planned]) -> None:
        """Note planned visits; those that are there already keep their state."""
        with self._write() as db:
            wanted = {v.id: rows.plan_row(v) for v in visits}
            known = _among(db, plan, "id", wanted)
            if new := [row for id_, row in wanted.items() if id_ not in known]:
                db.execute(insert(plan), new)

    def add_attempt(self, visit_id: str) -> int:
        """Count one more attempt at a planned visit and give the number."""
        with self._write() as db:
            db.execute(update(plan).where(plan.c.id == visit_id).values(attempts=plan.c.attempts + 1))
            return int(db.scalar(select(plan.c.attempts).where(plan.c.id == visit_id)) or 0)

    def mark_failed(self, visit_id: str, code: str, detail: str = "") -> None:
        """Give a planned visit up; a sealed one stays sealed."""
        with self._write() as db:
            which = (plan.c.id == visit_id) & (plan.c.state != VisitState.SEALED)
            db.execute(update(plan).where(which).values(state=VisitState.FAILED, code=code, detail=detail))

    def add_visit(self, visit: Visit) -> None:
        """Note a sealed visit and its files; the same visit twice is once."""
        with self._write() as db:
            _add_wave(db, visit.wave, {})
            _add_shops(db, visit.wave, [visit.shop])
            if not _among(db, visits, "id", [visit.id]):
                db.execute(insert(visits), rows.visit_row(visit))
                if files := rows.evidence_rows(visit):
                    db.execute(insert(evidence), files)
            sealed = {"state": VisitState.SEALED, "code": "", "detail": ""}
            db.execute(update(plan).where(plan.c.id == visit.id).values(sealed))

    def add_correction(self, correction: Correction) -> None:
        """Keep a reviewer's correction."""
        with self._write() as db:
            db.execute(insert(corrections), rows.correction_row(correction))

    def waves(self) -> tuple[str, ...]:
        """Names of all waves, the newest last."""
        with self._read() as db:
            return tuple(db.scalars(select(waves.c.wave).order_by(waves.c.n)))

    def settings(self, wave: str) -> dict[str, Any]:
        """The wave's settings, empty when none are known."""
        with self._read() as db:
            return dict(db.scalar(select(waves.c.settings).where(waves.c.wave == wave)) or {})

    def shops(self, wave: str) -> tuple[Shop, ...]:
        """The wave's shops in the order of the wave."""
        with self._read() as db:
            found = db.execute(select(shops).where(shops.c.wave == wave).order_by(shops.c.n)).mappings()
            return tuple(rows.shop_of(row) for row in found)

    def plan(self, wave: str) -> tuple[PlanRow, ...]:
        """The wave's planned visits in order."""
        with self._read() as db:
            found = db.execute(select(plan).where(plan.c.wave == wave).order_by(plan.c.n)).mappings()
            return tuple(rows.plan_of(row) for row in found)

    def sealed(self, wave: str) -> frozenset[str]:
        """Ids of the wave's sealed visits."""
        with self._read() as db:
            return frozenset(db.scalars(select(visits.c.id).where(visits.c.wave == wave)))

    def evidence_files(self, visit_id: str) -> tuple[str, ...]:
        """Names of the files of a sealed visit."""
        chosen = select(evidence.c.name).where(evidence.c.visit == visit_id).order_by(evidence.c.n)
        with self._read() as db:
            return tuple(db.scalars(chosen))

    def corrections(self, wave: str) -> tuple[Correction, ...]:
        """All corrections of a wave, in the order they were made."""
        chosen = select(corrections).where(corrections.c.wave == wave).order_by(corrections.c.n)
        with self._read() as db:
            return tuple(rows.correction_of(row) for row in db.execute(chosen).mappings())

    # --- derived ---

    def put_observations(
        self, wave: str, slug: str, observed: Sequence[Observation], *, made_by: Mapping[str, str]
    ) -> None:
        """Replace a shop's observations. made_by: versions of program, lexicon, ..."""
        with self._write() as db:
            db.execute(delete(observations).where(_of_shop(observations, wave, slug)))
            if observed:
                new = [rows.observation_row(wave, slug, n, o, made_by) for n, o in enumerate(observed)]
                db.execute(insert(observations), new)

    def observations(self, wave: str, slug: str) -> tuple[Observation, ...]:
        """A shop's observations in the order they were put, empty when there are none."""
        chosen = select(observations).where(_of_shop(observations, wave, slug)).order_by(observations.c.n)
        with self._read() as db:
            return tuple(rows.observation_of(row) for row in db.execute(chosen).mappings())

    def put_scorecard(self, card: Scorecard) -> None:
        """Replace a shop's findings and scores under one rubric; those of other rubrics stay."""
        with self._write() as db:
            for table in (findings, scores, scorecards):
                same = _of_shop(table, card.wave, card.shop.slug)
                db.execute(delete(table).where(same & (table.c.rubric_sha256 == card.rubric.sha256)))
            db.execute(insert(scorecards), rows.scorecard_row(card))
            db.execute(insert(scores), rows.score_rows(card))
            if found := rows.finding_rows(card):
                db.execute(insert(findings), found)

    def scorecard(self, wave: str, slug: str, rubric: RubricRef | None = None) -> Scorecard | None:
        """A shop's scorecard under a rubric, or the one that was put last."""
        chosen = select(scorecards.c.body).where(_of_shop(scorecards, wave, slug))
        if rubric is not None:
            chosen = chosen.where(scorecards.c.rubric_sha256 == rubric.sha256)
        with self._read() as db:
            body = db.scalar(chosen.order_by(scorecards.c.n.desc()).limit(1))
        return rows.scorecard_of(body) if body is not None else None

    def scorecards(self, wave: str, rubric: RubricRef | None = None) -> tuple[Scorecard, ...]:
        """The scorecards of all shops of a wave that have one, in the order of the wave."""
        found = (self.scorecard(wave, shop.slug, rubric) for shop in self.shops(wave))
        return tuple(card for card in found if card is not None)

    def drop_derived(self, wave: str | None = None) -> None:
        """Forget observations, findings and scores of one wave, or of all."""
        with self._write() as db:
            for table in DERIVED:
                db.execute(delete(table) if wave is None else delete(table).where(table.c.wave == wave))

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """A transaction that holds the database from its first line; all of it counts, or nothing."""
        with speaking(self._engine.url), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with speaking(self._engine.url), self._engine.connect() as connection:
            yield connection


def _of_shop(table: Table, wave: str, slug: str) -> Any:
    return (table.c.wave == wave) & (table.c.slug == slug)


def _among(db: Connection, table: Table, column: str, wanted: Iterable[str]) -> set[str]:
    """Which of these keys are in the table; asked in portions, because statements have a limit."""
    keys, found = list(wanted), set[str]()
    for start in range(0, len(keys), 500):
        chosen = select(table.c[column]).where(table.c[column].in_(keys[start : start + 500]))
        found.update(db.scalars(chosen))
    return found


def _add_wave(db: Connection, wave: str, settings: Mapping[str, Any]) -> None:
    known = db.scalar(select(waves.c.settings).where(waves.c.wave == wave))
    if known is None:
        db.execute(insert(waves), {"wave": wave, "settings": dict(settings)})
    elif not known and settings:  # the wave was found again from evidence, which does not hold them
        db.execute(update(waves).where(waves.c.wave == wave).values(settings=dict(settings)))


def _add_shops(db: Connection, wave: str, given: Sequence[Shop]) -> None:
    known = set(db.scalars(select(shops.c.slug).where(shops.c.wave == wave)))
    first = 1 + int(db.scalar(select(func.max(shops.c.n)).where(shops.c.wave == wave)) or 0)
    fresh = [shop for shop in given if shop.slug not in known]
    if fresh:
        db.execute(insert(shops), [rows.shop_row(wave, first + n, shop) for n, shop in enumerate(fresh)])
