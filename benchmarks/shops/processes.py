"""Starts and stops the programs of a shop; stops nothing that it did not start itself."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from benchmarks.shops.engine import Place, Process, ShopError
from benchmarks.shops.running import identity, tail

_UP_WITHIN = 180.0
_DOWN_WITHIN = 15.0
_LOOK_EVERY = 0.25


def start(process: Process, place: Place) -> None:
    """Start the program unless it runs, and wait until it answers.

    Raises: ShopError when its port is taken, or it ends or stays silent.
    """
    if is_running(process, place):
        return
    if _is_listening(process.port):
        raise ShopError(
            f"port {process.port} on 127.0.0.1 is taken by another program; {process.name} needs it"
        )
    log = place.log(process.name)
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as book:
        try:
            started = subprocess.Popen(  # noqa: S603 - our own commands
                process.argv,
                cwd=process.cwd,
                env={**os.environ, **process.env},
                **identity(process.user),
                stdin=subprocess.DEVNULL,
                stdout=book,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            raise ShopError(f"{process.argv[0]} cannot be run: {error.strerror or error}") from error
    note = {"pid": started.pid, "born": _born(started.pid)}
    _pid_file(process, place).write_text(json.dumps(note), encoding="utf-8")
    _wait_until_up(started, process, place)


def stop(process: Process, place: Place) -> bool:
    """End the program with all that it started itself; False when it did not run."""
    pid = _pid(process, place)
    if pid is not None:
        with suppress(ProcessLookupError):
            os.killpg(pid, process.stop_signal)
        if not _wait_until_gone(pid):
            with suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            _wait_until_gone(pid)
    _pid_file(process, place).unlink(missing_ok=True)
    return pid is not None


def is_running(process: Process, place: Place) -> bool:
    """Whether the program that we started is still there."""
    return _pid(process, place) is not None


def answers(process: Process) -> bool:
    """Whether somebody answers where the program should."""
    if process.path is None:
        return _is_listening(process.port)
    try:
        # A proxy of the environment is for other machines, never for our own.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"http://127.0.0.1:{process.port}{process.path}", timeout=30) as response:
            return bool(response.status == 200)
    except (OSError, urllib.error.HTTPError):
        return False


def _wait_until_up(started: subprocess.Popen[bytes], process: Process, place: Place) -> None:
    deadline = time.monotonic() + _UP_WITHIN
    while time.monotonic() < deadline:
        if started.poll() is not None:
            _pid_file(process, place).unlink(missing_ok=True)
            log = place.log(process.name)
            raise ShopError(f"{process.name} ended with {started.returncode}:\n{tail(log)}\nSee {log}")
        if answers(process):
            return
        time.sleep(_LOOK_EVERY)
    stop(process, place)
    raise ShopError(f"{process.name} did not answer within {_UP_WITHIN:.0f} s; see {place.log(process.name)}")


def _wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + _DOWN_WITHIN
    while time.monotonic() < deadline:
        with suppress(ChildProcessError):
            os.waitpid(pid, os.WNOHANG)  # a child of ours stays in the table until it is asked for
        try:
            os.killpg(pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            pass
        time.sleep(_LOOK_EVERY)
    return False


def _is_listening(port: int) -> bool:
    with socket.socket() as knock:
        knock.settimeout(2)
        return knock.connect_ex(("127.0.0.1", port)) == 0


def _pid_file(process: Process, place: Place) -> Path:
    place.folder.mkdir(parents=True, exist_ok=True)
    return place.folder / f"{process.name}.pid"


def _pid(process: Process, place: Place) -> int | None:
    """The pid of the program we started; None when it is gone, or its number belongs to another now."""
    try:
        note = json.loads(_pid_file(process, place).read_text(encoding="utf-8"))
        pid, born = int(note["pid"]), note["born"]
        os.kill(pid, 0)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return pid if _born(pid) == born else None


def _born(pid: int) -> str:
    """When the system started this pid, in its own ticks; empty where the system does not tell."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    state, *rest = stat.rpartition(")")[2].split()
    return "" if state == "Z" else rest[18]
