"""Which shops does a benchmark wave have, and what is true about them?

Beside `NAME.yaml`, an ordinary wave, lies `NAME.truth.yaml`: the shop's name, where its answers are (a
path from that file), and who opens it and counts its orders: an `engine` of benchmarks.shops, a `demo`
shop, or nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


class BenchError(Exception):
    """The benchmark cannot be run; the sentence says what to do."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """One shop of the wave with its truth."""

    name: str
    url: str
    answers: dict[str, Any]
    """As in answers.yaml: funnel, checkout, checks."""
    engine: str = ""
    demo: str = ""


def load_wave(path: Path) -> tuple[dict[str, Any], tuple[Known, ...]]:
    """The wave as it is written, and its shops with their truth, in its order.

    Raises: BenchError with the file and the problem.
    """
    wave, truth_path = _read(path), path.with_suffix(".truth.yaml")
    truth = _read(truth_path)
    shops = wave.get("shops")
    if not isinstance(shops, list):
        raise BenchError(f"{path}: a wave has a list of shops")
    names = [str(shop["name"]) for shop in shops]
    if unknown := sorted(set(truth) - set(names)):
        raise BenchError(f"{truth_path}: {', '.join(unknown)} is not in {path.name}")
    if missing := [name for name in names if name not in truth]:
        raise BenchError(f"{truth_path}: says nothing about {', '.join(missing)}")
    return wave, tuple(_known(shop, truth[str(shop["name"])], truth_path) for shop in shops)


def _known(shop: dict[str, Any], entry: dict[str, str], truth_path: Path) -> Known:
    if extra := sorted(set(entry) - {"answers", "engine", "demo"}):
        raise BenchError(f"{truth_path}: {shop['name']}: unknown key {', '.join(extra)}")
    if "answers" not in entry:
        raise BenchError(f"{truth_path}: {shop['name']}: answers is missing")
    return Known(
        name=str(shop["name"]),
        url=str(shop["url"]),
        answers=_read(truth_path.parent / entry["answers"]),
        engine=entry.get("engine", ""),
        demo=entry.get("demo", ""),
    )


def _read(path: Path) -> dict[str, Any]:
    try:
        content = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BenchError(f"{path} cannot be read: {error.strerror}") from error
    except YAMLError as error:
        raise BenchError(f"{path} is not YAML: {error}") from error
    if not isinstance(content, dict):
        raise BenchError(f"{path}: expected a mapping")
    return content
