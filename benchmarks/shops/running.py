"""Runs one command to its end, with its output in a log file."""

from __future__ import annotations

import os
import pwd
import subprocess
from pathlib import Path
from typing import TypedDict

from benchmarks.shops.engine import ShopError

_TAIL = 15


def run(
    argv: tuple[str, ...],
    *,
    log: Path,
    cwd: Path | None = None,
    env: dict[str, str] | None = None,
    user: str | None = None,
    sends: str | None = None,
) -> str:
    """What the command printed on standard output; everything else goes to the log.

    sends: what it is given on standard input.
    Raises: ShopError with the end of its messages when the command fails or does not exist.
    """
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as book:
        book.write(f"$ {' '.join(argument[:200] for argument in argv)}\n")
        book.flush()
        try:
            done = subprocess.run(  # noqa: S603 - our own commands
                argv,
                cwd=cwd,
                env={**os.environ, **(env or {})},
                **identity(user),
                input=sends if sends is not None else "",
                stdout=subprocess.PIPE,
                stderr=book,
                text=True,
                check=False,
            )
        except OSError as error:
            raise ShopError(f"{argv[0]} cannot be run: {error.strerror or error}") from error
        book.write(done.stdout)
    if done.returncode:
        raise ShopError(f"{Path(argv[0]).name} failed with {done.returncode}:\n{tail(log)}\nSee {log}")
    return done.stdout


class Identity(TypedDict, total=False):
    """Who a program runs as, in the words of `subprocess`."""

    user: int
    group: int
    extra_groups: tuple[int, ...]


def identity(user: str | None) -> Identity:
    """The user with the own group alone; nothing for whoever we are. Raises: ShopError when unknown."""
    if user is None:
        return {}
    try:
        entry = pwd.getpwnam(user)
    except KeyError as error:
        raise ShopError(f"this machine has no user {user}") from error
    return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": ()}


def tail(log: Path) -> str:
    """The last lines of a log, indented."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()[-_TAIL:]
    return "\n".join(f"    {line[:300]}" for line in lines)
