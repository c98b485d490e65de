"""For all tests: nobody but this machine is talked to, and what takes long comes last."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Iterator
from typing import Any

import pytest

_OURS = ("localhost", "", None)


def _is_here(host: Any) -> bool:
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if host in _OURS:
        return True
    try:
        address = ipaddress.ip_address(str(host).split("%")[0])
    except ValueError:
        return False
    return address.is_loopback or address.is_unspecified


@pytest.fixture(scope="session", autouse=True)
def nobody_else_is_asked() -> Iterator[None]:
    """Tests that would reach another machine, or ask for its name, fail at once instead."""
    patch = pytest.MonkeyPatch()
    connect, connect_ex, look_up = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def stop(address: Any) -> None:
        if isinstance(address, tuple) and not _is_here(address[0]):
            raise OSError(f"tests talk to 127.0.0.1 only, not to {address[0]}")

    def connected(self: socket.socket, address: Any) -> None:
        stop(address)
        connect(self, address)

    def connected_ex(self: socket.socket, address: Any) -> int:
        stop(address)
        return connect_ex(self, address)

    def looked_up(host: Any, *more: Any, **named: Any) -> Any:
        try:
            literal = bool(ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host))
        except (ValueError, AttributeError):
            literal = False
        if literal or _is_here(host):
            return look_up(host, *more, **named)
        raise socket.gaierror(socket.EAI_NONAME, f"tests ask for no names: {host!r}")

    patch.setattr(socket.socket, "connect", connected)
    patch.setattr(socket.socket, "connect_ex", connected_ex)
    patch.setattr(socket, "getaddrinfo", looked_up)
    yield
    patch.undo()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests with a browser last: what is quick to fail fails first."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The browser that the program itself would use, for the fixtures of pytest-playwright."""
    from auditor.errors import ConfigError
    from scenarios.browser import find_browser, launch_arguments

    try:
        return {**browser_type_launch_args, **launch_arguments(find_browser())}
    except ConfigError as error:
        pytest.skip(str(error))
