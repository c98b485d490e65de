"""Is this address on a private network?"""

from __future__ import annotations

import ipaddress
import socket

_LOCAL_NAMES = ("localhost", "local", "internal", "lan", "home.arpa", "intranet", "private")


def is_private_host(host: str) -> bool:
    """True for addresses that only exist near the caller: loopback, private, link-local, reserved.

    Host names are not resolved; names reserved for local use count as private. All spellings that
    a browser takes for an IPv4 address are understood: `127.1`, `0x7f000001`, `2130706433`.
    """
    name = host.strip().strip("[]").rstrip(".").lower()
    if any(name == local or name.endswith("." + local) for local in _LOCAL_NAMES):
        return True
    address = _address(name)
    return address is not None and not _is_public(address)


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name.split("%")[0])
    except ValueError:
        pass
    try:
        return ipaddress.IPv4Address(socket.inet_aton(name))
    except (OSError, UnicodeEncodeError):
        return None


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is not None:
            return _is_public(inner)
        if address in ipaddress.IPv6Network("64:ff9b::/96"):
            return _is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address.is_global and not address.is_multicast
