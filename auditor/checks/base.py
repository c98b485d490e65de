"""What a check is, and what it is given to look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from auditor.lexicon import Lexicon, fold
from auditor.models import (
    Absent,
    Action,
    Answer,
    CheckoutCounts,
    EvidenceRef,
    NotObserved,
    Shop,
    Step,
    Value,
    Visit,
)
from auditor.snapshot import Block, Box, Control, Snapshot

_SENTENCE_END = re.compile(r"(?<=[.!?。！？])\s+(?=[^\s\d(])")


@dataclass(frozen=True)
class Page:
    """One kept moment of a visit, as a check sees it."""

    step: Step
    visit: str
    scenario: str
    language: str
    """Language of this page, BCP 47; empty when it could not be told."""
    load: Callable[[], Snapshot]
    load_document: Callable[[], bytes] | None = None
    """The bytes of a PDF or other document, where the step is one."""

    @property
    def role(self) -> str:
        """What the page is for."""
        return self.step.role

    @property
    def url(self) -> str:
        """Where the page was seen."""
        return self.step.url

    @property
    def facts(self) -> dict[str, Value]:
        """What the scenario knew: the query typed, the product meant, ..."""
        return self.step.facts

    @cached_property
    def snapshot(self) -> Snapshot:
        """What was on the screen."""
        return self.load()

    def blocks(self, *, hidden: bool = False) -> Iterator[Block]:
        """Text blocks in reading order; with `hidden`, folded-away text too."""
        return (b for b in self.snapshot.blocks if b.visible or hidden)

    def sentences(self, *, hidden: bool = False) -> Iterator[str]:
        """The page's sentences in its own words; a table row or list item is one."""
        for block in self.blocks(hidden=hidden):
            yield from (s for s in _SENTENCE_END.split(block.text) if s)

    def ref(self, at: str | Block | Control | None = None) -> EvidenceRef:
        """Where this was seen: the whole page, a quoted sentence, a block or a control."""
        quote, box = "", None
        match at:
            case Block():
                quote, box = at.text, at.box
            case Control():
                quote, box = at.words or at.title or at.placeholder or at.href, at.box
            case str():
                quote = at
                box = next((b.box for b in self.snapshot.blocks if at and at in b.text), None)
        return EvidenceRef(
            url=self.url,
            quote=quote[:500],
            seen_at=self.step.seen_at,
            file=self.step.text or self.step.snapshot or self.step.document,
            screenshot=self.step.screenshot,
            box=_rectangle(box),
            visit=self.visit,
            role=self.role,
        )


def _rectangle(box: Box | None) -> tuple[float, float, float, float] | None:
    return (box.x, box.y, box.w, box.h) if box else None


@dataclass(frozen=True)
class Pages:
    """The evidence of one audit, narrowed to the roles that a check declares."""

    shop: Shop
    pages: tuple[Page, ...] = ()
    outcomes: dict[str, str] = field(default_factory=dict)
    """role or stage -> reached, not_found, or a trouble code; the best of all visits."""
    details: dict[str, str] = field(default_factory=dict)
    visits: tuple[Visit, ...] = ()
    """All sealed visits: for actions and counts. Their files are only reached through `pages`."""
    counts: CheckoutCounts = field(default_factory=CheckoutCounts)

    def __iter__(self) -> Iterator[Page]:
        return iter(self.pages)

    def __len__(self) -> int:
        return len(self.pages)

    def of(self, *roles: str) -> tuple[Page, ...]:
        """The pages with one of these roles, in the order of the roles, then of time."""
        return tuple(p for role in roles for p in self.pages if p.role == role)

    def narrowed(self, roles: Iterable[str]) -> Pages:
        """The same audit with only these roles' pages; what a check is handed."""
        wanted = set(roles)
        return Pages(
            shop=self.shop,
            pages=tuple(p for p in self.pages if p.role in wanted),
            outcomes=self.outcomes,
            details=self.details,
            visits=self.visits,
            counts=self.counts,
        )

    def actions(self, scenario: str) -> tuple[Action, ...]:
        """What the shopper did in a scenario's visit."""
        return tuple(a for v in self.visits if v.scenario == scenario for a in v.actions)

    def missing(self, role: str, because: str = "") -> Answer:
        """The answer when no page of a role was seen: absent where it was looked for, else why not.

        Absent: every place where the page belongs was looked at; they are the pages kept as `looked`
        and the home page. Needs `home` and `looked` among the roles that the check reads, so that the
        places can be named.
        """
        code = self.outcomes.get(role, "not_visited")
        if code in ("not_found", "reached"):
            places = tuple(p.ref() for p in self.of("home", "looked"))
            if places:
                return Absent(evidence=places, because=because)
            return NotObserved(code="not_visited", because="no page was kept where it would belong")
        return NotObserved(code=code, because=self.details.get(role, ""))


Observe = Callable[[Pages, Lexicon], Answer]


@dataclass(frozen=True, kw_only=True)
class Check:
    """One question that code answers from evidence."""

    id: str
    section: str
    question: str
    reads: tuple[str, ...]
    """Roles of the pages it is given; it sees no others."""
    unit: str
    version: int
    observe: Observe
    fooled_by: str
    """What can make it wrong, for `auditor explain`."""
    doc: str

    def __call__(self, pages: Pages, lexicon: Lexicon) -> Answer:
        """The answer for one shop, from the declared roles alone."""
        return self.observe(pages.narrowed(self.reads), lexicon)


def check(
    *, question: str, reads: tuple[str, ...], unit: str = "", version: int = 1, fooled_by: str = ""
) -> Callable[[Observe], Check]:
    """Declare a check; its id is the module's name, its section the folder's.

    unit: days, count, clicks, seconds, hours_per_week, share, money, opening_hours, yes_no, score or "".
    version: raised whenever the same evidence may now give another answer.
    """

    def declare(function: Observe) -> Check:
        *_, section, name = function.__module__.split(".")
        return Check(
            id=name,
            section=section,
            question=question,
            reads=reads,
            unit=unit,
            version=version,
            observe=function,
            fooled_by=fooled_by,
            doc=(function.__doc__ or "").strip(),
        )

    return declare


def quote_with(page: Page, words: str, *, hidden: bool = False) -> str:
    """The sentence of the page that holds these folded words, or an empty string."""
    return next((s for s in page.sentences(hidden=hidden) if words and words in fold(s)), "")
