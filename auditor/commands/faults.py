"""How does the program speak of trouble, and with which exit code does it end?

0 done, 1 some shops could not be audited, 2 the operator must change something, 130 interrupted.
"""

from __future__ import annotations

import errno
import logging
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException

from auditor.commands.output import tell
from auditor.errors import AuditorError, ConfigError, VisitError

SOME_NOT_AUDITED = 1
OPERATOR = 2
INTERRUPTED = 130

LOG_FILE = "auditor.log"

LATER = {
    "replay": "which old visits a better chooser would now walk differently",
    "worker": "work shared by several machines",
    "schedule": "the calendar of waves",
    "serve": "the review desk",
}
"""Commands that are planned; whoever asks for one is told so."""


class Commands(TyperGroup):
    """The group of all commands: whatever goes wrong in one becomes a sentence and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run a command."""
        with _speaking(ctx.meta):
            return super().invoke(ctx)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """A command by its name; planned ones are refused with a sentence of their own."""
        if cmd_name in LATER:
            tell(f"this version has no `{cmd_name}` yet ({LATER[cmd_name]}); see `auditor --help`")
            raise typer.Exit(OPERATOR)
        return super().get_command(ctx, cmd_name)


def remember(*, workspace: Path | None = None, how_to_go_on: str = "") -> None:
    """Tell for the case of trouble where the log lies, and what to say when the run is interrupted."""
    meta = _meta()
    if workspace is not None:
        meta["auditor.workspace"] = workspace
    if how_to_go_on:
        meta["auditor.go_on"] = how_to_go_on


def _meta() -> dict[str, Any]:
    from typer._click.globals import get_current_context

    ctx = get_current_context(silent=True)
    return {} if ctx is None else ctx.meta


@contextmanager
def _speaking(meta: dict[str, Any]) -> Iterator[None]:
    """Turn exceptions into a sentence on standard error and an exit code."""
    try:
        yield
    except (typer.Exit, typer.Abort, TyperException):
        raise
    except (KeyboardInterrupt, EOFError) as stop:
        tell(meta.get("auditor.go_on") or "interrupted")
        raise typer.Exit(INTERRUPTED) from stop
    except Exception as error:
        raise typer.Exit(_speak_of(error, meta.get("auditor.workspace"))) from error


def _speak_of(error: BaseException, workspace: Path | None) -> int:
    for cause in _leaves(error):
        if isinstance(cause, KeyboardInterrupt):
            return INTERRUPTED
        if isinstance(cause, ConfigError):
            tell(str(cause))
            return OPERATOR
        if isinstance(cause, OSError) and cause.errno in (errno.ENOSPC, errno.EDQUOT):
            tell("the disk is full; make room and run the same command again, it goes on")
            return OPERATOR
        if isinstance(cause, OSError) and cause.errno == errno.EPIPE:
            return 0
        if isinstance(cause, OSError) and cause.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            tell(
                f"{cause.filename or workspace or 'a file'}: {cause.strerror}; may this account write there?"
            )
            return OPERATOR
    if isinstance(error, VisitError):
        tell(str(error))
        return SOME_NOT_AUDITED
    if isinstance(error, AuditorError):
        tell(f"{error}")
        return OPERATOR
    kept = _keep_traceback(error, workspace)
    tell(f"this is a fault of ours ({type(error).__name__}); the details are in {kept}")
    return OPERATOR


def _leaves(error: BaseException) -> Iterator[BaseException]:
    """The single exceptions of a group, and what caused them to be raised."""
    if isinstance(error, BaseExceptionGroup):
        for part in error.exceptions:
            yield from _leaves(part)
    else:
        yield error


def _keep_traceback(error: BaseException, workspace: Path | None) -> Path:
    """Append the traceback to the workspace's log, or to a file of its own where there is none."""
    told = "".join(traceback.format_exception(error))
    moment = datetime.now(UTC).isoformat(timespec="seconds")
    if workspace is not None and workspace.is_dir():
        try:
            with (workspace / LOG_FILE).open("a", encoding="utf-8", errors="backslashreplace") as log:
                log.write(f"{moment} fault\n{told}\n")
            return workspace / LOG_FILE
        except OSError:
            pass
    with tempfile.NamedTemporaryFile(
        "w", prefix="auditor-fault-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
    ) as file:
        file.write(f"{moment} fault\n{told}\n")
    return Path(file.name)


class _QuietFile(logging.FileHandler):
    """A log that cannot be written, on a full disk say, must not fill the terminal with tracebacks."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Let it go: what matters is said by whoever needed the disk."""


@contextmanager
def logging_to(folder: Path) -> Iterator[None]:
    """Log into the workspace, and not across whatever is shown in the terminal."""
    handler = _QuietFile(folder / LOG_FILE, encoding="utf-8", errors="backslashreplace", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    ours = [logging.getLogger(name) for name in ("auditor", "scenarios", "spiders", "reports")]
    for logger in ours:
        logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        root.removeHandler(handler)
        root.setLevel(before)
        with suppress(OSError):
            handler.close()
