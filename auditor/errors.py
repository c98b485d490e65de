"""What can go wrong, in words for the person who must act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Whose turn it is after a trouble."""

    SHOP = "shop"
    US = "us"
    OPERATOR = "operator"


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """One way in which looking at a shop can fail."""

    sentence: str
    """For people; `{detail}` is replaced by what was seen."""
    fault: Fault
    """Whose turn it is."""
    retries: int = 0
    """How often a visit that ended so is tried again by itself."""


TROUBLES: dict[str, Trouble] = {
    "bot_wall": Trouble(
        sentence="The shop shows a wall against robots; we do not press on. {detail}", fault=Fault.SHOP
    ),
    "robots_disallow": Trouble(
        sentence="robots.txt forbids this page to crawlers. {detail}", fault=Fault.SHOP
    ),
    "login_required": Trouble(
        sentence="The way leads through an account that we do not have. {detail}", fault=Fault.SHOP
    ),
    "geo": Trouble(sentence="The shop does not serve customers from here. {detail}", fault=Fault.SHOP),
    "age_gate": Trouble(sentence="The shop asks for the visitor's age first. {detail}", fault=Fault.SHOP),
    "timeout": Trouble(sentence="The shop did not answer in time. {detail}", fault=Fault.SHOP, retries=1),
    "unreachable": Trouble(sentence="The shop could not be reached. {detail}", fault=Fault.SHOP, retries=1),
    "server_error": Trouble(
        sentence="The shop answered with an error of its own. {detail}", fault=Fault.SHOP, retries=1
    ),
    "element_not_found": Trouble(sentence="We did not find the way on. {detail}", fault=Fault.US),
    "unverified": Trouble(sentence="We acted, but saw no sign that it worked. {detail}", fault=Fault.US),
    "sold_out": Trouble(sentence="Every product that we tried was sold out. {detail}", fault=Fault.SHOP),
    "form_refused": Trouble(sentence="The shop did not accept what we typed. {detail}", fault=Fault.US),
    "guard_refused": Trouble(
        sentence="The only way on may place the order; it was not taken. {detail}", fault=Fault.US
    ),
    "language_unsupported": Trouble(sentence="No lexicon reads this language. {detail}", fault=Fault.US),
    "ambiguous": Trouble(sentence="The page can be read in more than one way. {detail}", fault=Fault.US),
    "budget": Trouble(sentence="The limits of the wave were used up. {detail}", fault=Fault.OPERATOR),
    "scanned_pdf": Trouble(sentence="The document is a picture without text. {detail}", fault=Fault.SHOP),
    "crashed": Trouble(sentence="The browser crashed. {detail}", fault=Fault.US, retries=1),
    "not_visited": Trouble(
        sentence="This part of the shop was not visited in this wave. {detail}", fault=Fault.US
    ),
}
"""code -> what it means. Codes are stable: they stand in evidence, reports and JSON."""


class AuditorError(Exception):
    """Anything that this program raises on purpose."""


class ConfigError(AuditorError):
    """The operator must change something: a file, an address, a setting. Exit code 2."""

    def __init__(self, problem: str, *, path: str = "", line: int | None = None, entry: str = "") -> None:
        self.problem, self.path, self.line, self.entry = problem, path, line, entry
        place = path + (f":{line}" if line is not None else "")
        super().__init__(": ".join(part for part in (place, entry, problem) if part))


class VisitError(AuditorError):
    """A visit could not go on; `code` is a key of TROUBLES."""

    def __init__(self, code: str, detail: str = "") -> None:
        if code not in TROUBLES:
            raise ValueError(f"unknown trouble code {code!r}")
        self.code, self.detail = code, detail
        super().__init__(TROUBLES[code].sentence.format(detail=detail).strip())


class EvidenceError(AuditorError):
    """A sealed file is missing or was changed after the seal."""


def sentence(code: str, detail: str = "") -> str:
    """The sentence for a trouble code, with its detail; unknown codes are shown as they are."""
    trouble = TROUBLES.get(code)
    return (trouble.sentence.format(detail=detail) if trouble else f"{code} {detail}").strip()
