"""All pictures of one scorecard page, each embedded once, together small enough to send by mail."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image

from reports.model import FindingReport, ScorecardReport
from reports.screenshots import (
    QUALITIES,
    Box,
    EvidenceReader,
    Quality,
    crop,
    encode,
    first_screen,
    open_screenshot,
)

BUDGET = 2_700_000
"""Bytes of pictures on a page, before base64 adds a third; keeps a scorecard under 4 MB."""

Key = tuple[str, Box | None]
"""A screenshot, and the box on it; without a box its first screenful."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """One embedded picture."""

    data_uri: str
    """The picture itself."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Album:
    """The pictures of a page."""

    crops: dict[str, Picture]
    """Anchor of a finding -> the crop that proves it; only where it is shown for the first time."""
    same_as: dict[str, str]
    """Anchor of a finding -> anchor of the finding that already shows the same crop."""
    frames: dict[int, Picture]
    """Number of a frame -> its picture; frames without one could not be shown."""
    left_out: int
    """Pictures that would have made the page too large."""


def build_album(report: ScorecardReport, read: EvidenceReader) -> Album:
    """Crops and film strip of a scorecard, at the best quality that fits the budget."""
    owners: dict[Key, str] = {}
    same_as: dict[str, str] = {}
    for finding in _shown(report):
        if key := _key(finding):
            if key in owners:
                same_as[finding.anchor] = owners[key]
            else:
                owners[key] = finding.anchor
    wanted: list[Key] = [(f.screenshot, None) for f in report.film if f.screenshot]
    raw = _cut(list(dict.fromkeys([*wanted, *owners])), read)
    encoded, left_out = _encoded(raw)
    crops = {owners[key]: picture for key, picture in encoded.items() if key in owners}
    return Album(
        crops=crops,
        same_as={anchor: owner for anchor, owner in same_as.items() if owner in crops},
        frames={
            f.number: encoded[f.screenshot, None] for f in report.film if (f.screenshot, None) in encoded
        },
        left_out=left_out,
    )


def _shown(report: ScorecardReport) -> Iterator[FindingReport]:
    for section in report.sections:
        yield from section.findings


def _key(finding: FindingReport) -> Key | None:
    """The first place with a picture and a box: a whole page proves little at the size of a stamp."""
    return next(((p.screenshot, p.box) for p in finding.proofs if p.screenshot and p.box), None)


def _cut(keys: list[Key], read: EvidenceReader) -> dict[Key, Image.Image]:
    """The wanted parts; each screenshot is decoded once and forgotten again."""
    cut: dict[Key, Image.Image] = {}
    for name in dict.fromkeys(name for name, _ in keys):
        is_framed = any(file == name and box for file, box in keys)
        picture = open_screenshot(name, read, 0 if is_framed else QUALITIES[0].frame_width)
        if picture is None:
            continue
        for key in keys:
            if key[0] == name:
                part = first_screen(picture) if key[1] is None else crop(picture, key[1])
                if part is not None:
                    cut[key] = part
    # In the order in which they were asked for, so that what is left out is always the same.
    return {key: cut[key] for key in keys if key in cut}


def _encoded(raw: dict[Key, Image.Image]) -> tuple[dict[Key, Picture], int]:
    """All parts at the first quality that fits; failing that, as many as fit at the last one.

    Value: the pictures, and how many were left out.
    """
    parts: dict[Key, tuple[bytes, int, int]] = {}
    for quality in QUALITIES:
        parts = {key: _encode(key, part, quality) for key, part in raw.items()}
        if sum(len(data) for data, _, _ in parts.values()) <= BUDGET:
            break
    kept: dict[Key, Picture] = {}
    spent = 0
    for key, (data, width, height) in parts.items():
        spent += len(data)
        if spent > BUDGET:
            break
        uri = "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
        kept[key] = Picture(data_uri=uri, width=width, height=height)
    return kept, len(parts) - len(kept)


def _encode(key: Key, part: Image.Image, quality: Quality) -> tuple[bytes, int, int]:
    width = quality.frame_width if key[1] is None else quality.crop_width
    return encode(part, width, quality.webp)
