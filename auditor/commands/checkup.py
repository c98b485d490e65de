"""What does this machine have of what the program needs? Each trouble with the one command that mends it."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from auditor.errors import AuditorError, ConfigError

FILES_WANTED = 1024
"""Open files that a run over several shops may need."""

SCRIPTS = {"Latin": "lt", "Cyrillic": "ru"}
"""Script -> a language whose letters a font must have."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """One thing that was looked at."""

    name: str
    ok: bool
    words: str
    """What was found."""
    mend: str = ""
    """The one command that mends it; empty when all is well."""
    needed: bool = True
    """False: the program works without it, with a loss that `words` names."""


def look_around(workspace: Path) -> Iterator[Part]:
    """Every part, one after the other; nothing is changed."""
    yield _python()
    yield _browser()
    yield from _fonts()
    yield _folder(workspace)
    yield _disk(workspace)
    yield _database(workspace)
    yield _open_files()


def _python() -> Part:
    from auditor import __version__

    words = f"{platform.python_version()} on {platform.system()} {platform.machine()}, auditor {__version__}"
    is_new = sys.version_info >= (3, 11)
    return Part(name="python", ok=is_new, words=words, mend="" if is_new else "install Python 3.11 or newer")


def _browser() -> Part:
    from scenarios.browser import browser_version, find_browser
    from scenarios.glance import try_browser

    try:
        found = find_browser()
    except ConfigError as error:
        return Part(name="browser", ok=False, words=error.problem, mend=browser_mend())
    where = found.path or "Playwright's own build"
    try:
        version, seconds = asyncio.run(try_browser())
    except (AuditorError, OSError) as error:
        said = browser_version(found)
        words = f"{where} {said}: {error}".replace("\n", " ")[:400]
        return Part(name="browser", ok=False, words=words, mend=browser_mend())
    return Part(
        name="browser",
        ok=True,
        words=f"{where} ({found.origin}), version {version}, shows a page in {seconds:.1f} s",
    )


def browser_mend() -> str:
    """The command that installs a browser here."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if is_root and shutil.which("apt-get"):
        return "apt-get install -y chromium-headless-shell"
    return "playwright install --with-deps chromium"


def _fonts() -> Iterator[Part]:
    program = shutil.which("fc-list")
    if program is None:
        if sys.platform.startswith("linux"):
            yield Part(
                name="fonts",
                ok=False,
                needed=False,
                words="cannot be listed; screenshots may show boxes instead of letters",
                mend="apt-get install -y fontconfig fonts-dejavu-core",
            )
        return
    for script, language in SCRIPTS.items():
        ran = subprocess.run(  # noqa: S603
            [program, f":lang={language}", "family"], capture_output=True, text=True, timeout=30, check=False
        )
        count = len({line for line in ran.stdout.splitlines() if line.strip()})
        yield Part(
            name=f"fonts, {script}",
            ok=count > 0,
            needed=False,
            words=f"{count} families" if count else "none; screenshots show boxes instead of letters",
            mend="" if count else "apt-get install -y fonts-dejavu-core",
        )


def _folder(workspace: Path) -> Part:
    there = workspace if workspace.exists() else _nearest(workspace)
    is_folder = there.is_dir()
    ok = is_folder and os.access(there, os.W_OK | os.X_OK)
    state = "may be written" if ok else "may not be written" if is_folder else "is not a folder"
    words = f"{workspace} {state}" if there == workspace else f"{workspace} would be made; {there} {state}"
    mend = "" if ok else "choose another folder with --workspace"
    return Part(name="workspace", ok=ok, words=words, mend=mend)


def _disk(workspace: Path) -> Part:
    from auditor.workspace import LEAST_FREE

    free = shutil.disk_usage(_nearest(workspace)).free
    ok = free >= LEAST_FREE
    return Part(
        name="disk",
        ok=ok,
        words=f"{free / 1e9:.1f} GB are free, a wave wants at least {LEAST_FREE / 1e9:.1f} GB",
        mend="" if ok else f"make room on the disk of {workspace}, or choose another with --workspace",
    )


def _database(workspace: Path) -> Part:
    from auditor.store.database import HEAD

    file = workspace / "auditor.db"
    here = f"SQLite {sqlite3.sqlite_version}"
    if not file.exists():
        return Part(name="database", ok=True, words=f"{here}; none here yet, it is made by the first run")
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error as error:
        mend = f"mv {file} {file}.old && auditor observe --workspace {workspace}"
        return Part(name="database", ok=False, words=f"{file}: {error}", mend=mend)
    version = str(found[0]) if found else "none"
    ok = version <= HEAD or version == "none"
    return Part(
        name="database",
        ok=ok,
        words=f"{here}, schema {version} (this program: {HEAD})",
        mend="" if ok else "pip install --upgrade auditor",
    )


def _open_files() -> Part:
    try:
        import resource
    except ImportError:  # pragma: no cover
        return Part(name="open files", ok=True, words="not limited on this system")
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    ok = soft == resource.RLIM_INFINITY or soft >= FILES_WANTED
    return Part(
        name="open files",
        ok=ok,
        needed=False,
        words="no limit" if soft == resource.RLIM_INFINITY else f"at most {soft}",
        mend="" if ok else f"ulimit -n {FILES_WANTED * 4}",
    )


def _nearest(path: Path) -> Path:
    """The path itself, or the nearest folder above that exists."""
    here = path.absolute()
    while not here.exists() and here != here.parent:
        here = here.parent
    return here
