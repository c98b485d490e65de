"""The process apart in which HTML is read; run as a module by `spiders.html_reader`.

Reads frames from standard input (two lengths, address, HTML), writes snapshots as JSON with their length.
"""

from __future__ import annotations

import struct
import sys
from contextlib import suppress

from auditor.pages.static import snapshot_from_html
from auditor.snapshot import dump_snapshot

HEAD = struct.Struct(">II")
TAIL = struct.Struct(">I")
MEMORY = 2_000_000_000
"""Bytes of address space: a page that needs more ends this process and nothing else."""
CPU_SECONDS = 120
"""Ends a process whose parent is gone while it reads a page that never ends."""


def main() -> None:
    """Answer until the input is closed."""
    _limit()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while len(head := source.read(HEAD.size)) == HEAD.size:
        url_size, html_size = HEAD.unpack(head)
        url = source.read(url_size).decode("utf-8", "replace")
        answer = dump_snapshot(snapshot_from_html(source.read(html_size).decode("utf-8", "replace"), url))
        sink.write(TAIL.pack(len(answer)) + answer)
        sink.flush()


def _limit() -> None:
    with suppress(ImportError, ValueError, OSError):  # where the system has no such limits, the clock remains
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))


if __name__ == "__main__":
    main()
