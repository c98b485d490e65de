"""The files of the repository, as the tests of the house look at them."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]

PACKAGES = ("auditor", "scenarios", "spiders", "reports", "benchmarks")
"""Folders with code that is used or measured with."""

DOCUMENTS = tuple(
    sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "benchmarks").glob("*.md")])
)


def source_files(*folders: str) -> list[Path]:
    """Python and JavaScript that people wrote, below these folders."""
    return sorted(
        path
        for folder in folders
        for kind in ("*.py", "*.js")
        for path in (ROOT / folder).rglob(kind)
        if "__pycache__" not in path.parts and "cases" not in path.parts
    )


def name(path: Path) -> str:
    """A path as it is written in messages: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()
