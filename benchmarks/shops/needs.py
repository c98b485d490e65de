"""What must the operating system have before a shop can be installed, and who sees to it?"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from benchmarks.shops.engine import Need, ShopError
from benchmarks.shops.running import run


def meet(name: str, needs: tuple[Need, ...], log: Path) -> None:
    """See that everything is there, installing Debian's packages where we may.

    Raises: ShopError with the missing thing and the command that brings it.
    """
    missing = [need for need in needs if not need.is_met()]
    if not missing:
        return
    packages = sorted({package for need in missing for package in need.packages})
    if _may_install():
        quiet = {"DEBIAN_FRONTEND": "noninteractive"}
        run(("apt-get", "update"), log=log, env=quiet)
        run(("apt-get", "install", "-y", "--no-install-recommends", *packages), log=log, env=quiet)
        missing = [need for need in missing if not need.is_met()]
    if missing:
        things = " and ".join(need.what for need in missing)
        raise ShopError(f"{name} needs {things}; on Debian: apt-get install {' '.join(packages)}")


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None
