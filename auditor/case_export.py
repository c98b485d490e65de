"""How does a real visit become a test case?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from auditor.checks import Check
from auditor.checks.case_saving import save_case
from auditor.errors import ConfigError
from auditor.lexicon import load_lexicon
from auditor.models import Visit
from auditor.observer import Loader, collect_pages, spoken_languages


def export_case(
    visits: Sequence[Visit], evidence: Loader, check: Check, folder: Path, *, name: str = "", why: str = ""
) -> Path:
    """Write what a check saw of a shop, and what it answered, as a case for a person to correct.

    visits: of one shop; only pages with the roles that the check reads are written.
    folder: the folder of all cases; the case goes to `<check>/<name>`, the shop's name without one.

    Raises: ConfigError when there is such a case already, or nothing to write.
    """
    if not visits:
        raise ConfigError("there is no sealed visit to make a case of")
    pages = collect_pages(visits, evidence).narrowed(check.reads)
    languages = spoken_languages(pages)
    answer = check(pages, load_lexicon(*languages))
    place = folder / check.id / (name or pages.shop.slug)
    try:
        return save_case(place, pages, answer, language=languages[0] if languages else "", why=why)
    except FileExistsError:
        raise ConfigError("there is such a case already; give another name", path=str(place)) from None
