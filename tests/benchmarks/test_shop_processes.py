"""Starting and stopping what a shop consists of, and never anything else."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.shops import needs, processes
from benchmarks.shops.engine import Need, Place, Process, ShopError
from benchmarks.shops.running import run


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place(folder=tmp_path / "shop", logs=tmp_path / "logs")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def server(place: Place, tmp_path: Path) -> Iterator[Process]:
    port = free_port()
    argv = (sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1")
    process = Process(name="server", argv=argv, cwd=tmp_path, port=port)
    yield process
    processes.stop(process, place)


def test_a_started_program_answers_and_a_stopped_one_is_gone(server: Process, place: Place) -> None:
    processes.start(server, place)
    assert processes.is_running(server, place)
    assert processes.answers(server)
    assert processes.stop(server, place)
    assert not processes.is_running(server, place)
    assert not processes.answers(server)


def test_starting_twice_starts_one(server: Process, place: Place) -> None:
    processes.start(server, place)
    first = (place.folder / "server.pid").read_text(encoding="utf-8")
    processes.start(server, place)
    assert (place.folder / "server.pid").read_text(encoding="utf-8") == first


def test_stopping_what_does_not_run_is_no_trouble(server: Process, place: Place) -> None:
    assert not processes.stop(server, place)


def test_a_number_that_belongs_to_another_program_now_is_left_alone(server: Process, place: Place) -> None:
    bystander = subprocess.Popen((sys.executable, "-c", "input()"), stdin=subprocess.PIPE)
    try:
        place.folder.mkdir(parents=True)
        note = {"pid": bystander.pid, "born": "long ago"}
        (place.folder / "server.pid").write_text(json.dumps(note), encoding="utf-8")
        assert not processes.stop(server, place)
        assert bystander.poll() is None
    finally:
        bystander.kill()
        bystander.wait()


def test_a_taken_port_is_told_and_nothing_is_started(server: Process, place: Place) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", server.port))
        other.listen()
        with pytest.raises(ShopError, match=f"port {server.port}.*taken"):
            processes.start(server, place)
    assert not (place.folder / "server.pid").exists()


def test_a_program_that_ends_at_once_is_quoted(place: Place, tmp_path: Path) -> None:
    argv = (sys.executable, "-c", "raise SystemExit('no such table: basket')")
    process = Process(name="broken", argv=argv, cwd=tmp_path, port=free_port())
    with pytest.raises(ShopError, match="no such table: basket"):
        processes.start(process, place)
    assert not processes.is_running(process, place)


def test_a_failing_command_is_quoted_with_its_log(tmp_path: Path) -> None:
    argv = (sys.executable, "-c", "import sys; sys.exit('out of cheese')")
    with pytest.raises(ShopError, match=r"(?s)out of cheese.*install\.log"):
        run(argv, log=tmp_path / "install.log")


def test_a_missing_need_is_named_with_the_package_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    need = Need(what="a time machine", is_met=lambda: False, packages=("flux-capacitor",))
    with pytest.raises(
        ShopError, match="acme needs a time machine; on Debian: apt-get install flux-capacitor"
    ):
        needs.meet("acme", (need,), tmp_path / "log")


def test_a_met_need_installs_nothing(tmp_path: Path) -> None:
    need = Need(what="air", is_met=lambda: True, packages=("air",))
    needs.meet("acme", (need,), tmp_path / "log")
    assert not (tmp_path / "log").exists()
