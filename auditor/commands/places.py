"""Which workspace, wave and shop is a command about?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.commands.faults import logging_to, remember
from auditor.errors import ConfigError
from auditor.models import Shop

if TYPE_CHECKING:
    from auditor.store import Store
    from auditor.workspace import Workspace


def existing_workspace(root: Path) -> Workspace:
    """A workspace in which something was walked already.

    Raises: ConfigError when there is none; nothing is created.
    """
    from auditor.workspace import Workspace

    if not (root / "evidence").is_dir():
        what = "there is no such folder" if not root.is_dir() else "no evidence lies here"
        raise ConfigError(
            f"{what}; name another with --workspace, or begin with `auditor run`", path=str(root)
        )
    remember(workspace=root)
    return Workspace(root)


@contextmanager
def opened(workspace: Workspace) -> Iterator[Store]:
    """The workspace's database, locked against other runs, with the log beside it.

    Raises: ConfigError when another run is at work here, or the database cannot be used.
    """
    from auditor.store import open_store

    remember(workspace=workspace.root)
    with workspace.locked(), logging_to(workspace.root):
        store = open_store(workspace.database)
        try:
            yield store
        finally:
            store.close()


def pick_shops(shops: Sequence[Shop], wanted: Sequence[str]) -> tuple[Shop, ...]:
    """The shops asked for, by name or folder name in any case; all of them when none is named.

    Raises: ConfigError for a name that no shop has, with the nearest one.
    """
    return tuple(dict.fromkeys(_pick(shops, name) for name in wanted)) if wanted else tuple(shops)


def _pick(shops: Sequence[Shop], name: str) -> Shop:
    asked = name.strip().casefold()
    for shop in shops:
        if asked in (shop.name.casefold(), shop.slug, shop.url.casefold().rstrip("/")):
            return shop
    begins = [shop for shop in shops if asked and shop.slug.startswith(asked)]
    if len(begins) == 1:
        return begins[0]
    known = {label.casefold(): shop.name for shop in shops for label in (shop.name, shop.slug)}
    close = get_close_matches(asked, known, n=1)
    near = f"did you mean {known[close[0]]!r}?" if close else "known: " + ", ".join(s.name for s in shops)
    raise ConfigError(f"no shop is called {name!r}; {near}")


def one_of(word: str, known: Sequence[str], kind: str) -> str:
    """The word, when it is known.

    Raises: ConfigError with the nearest word, or with all of them.
    """
    if word in known:
        return word
    from auditor.entries import suggestion

    hint = suggestion(word, known) or "; there are " + ", ".join(known)
    raise ConfigError(f"no {kind} is called {word!r}{hint}")
