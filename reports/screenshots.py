"""Which part of a screenshot proves a finding, small enough to travel inside the page?"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image, ImageDraw

from auditor.errors import EvidenceError

Box = tuple[float, float, float, float]
"""x, y, width, height in CSS pixels of the page."""
EvidenceReader = Callable[[str], bytes]
"""Gives the bytes of an evidence file by its name, or raises EvidenceError."""

CONTEXT = 48
"""Pixels of the page kept around the box."""
MIN_SIZE = (480, 140)
"""A crop is never smaller than this, so that a word is seen in its place."""
MAX_SIZE = (960, 420)
"""A crop is never larger than this; of a long passage the beginning is shown."""
FRAME_SHAPE = (4, 3)
"""Width to height of a picture in the film strip; the top of a longer page is shown."""

_MARK = (163, 38, 27)
_FORMATS = ("JPEG", "WEBP", "PNG")


@dataclass(frozen=True, kw_only=True, slots=True)
class Quality:
    """How large and how fine pictures are made."""

    crop_width: int
    """Pixels; wider crops are scaled down."""
    frame_width: int
    """Pixels of a picture in the film strip."""
    webp: int
    """WebP quality, 0 to 100."""


QUALITIES = (
    Quality(crop_width=720, frame_width=560, webp=72),
    Quality(crop_width=560, frame_width=420, webp=60),
    Quality(crop_width=420, frame_width=320, webp=45),
)
"""Tried in this order until all pictures of a page fit."""


def open_screenshot(name: str, read: EvidenceReader, width: int = 0) -> Image.Image | None:
    """The decoded screenshot; None when it is missing, damaged, too large or no picture.

    `width`: when given, a JPEG may come smaller, but not below it; that halves the time.

    Why no exception: a report must come out even when a picture cannot be shown; the page says so.
    """
    try:
        picture = Image.open(io.BytesIO(read(name)), formats=_FORMATS)
        if width:
            picture.draft("RGB", (width, round(picture.height * width / picture.width)))
        picture.load()
    except (EvidenceError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    return picture.convert("RGB") if picture.mode != "RGB" else picture


def crop(picture: Image.Image, box: Box) -> Image.Image | None:
    """The box with a little around it, marked; None when the box is not on the picture.

    Why None: a screenshot of the first screenful does not show what stands further down, and a picture
    of another place would prove nothing.
    """
    x, y, width, height = box
    if not (width > 0 and height > 0 and 0 <= x < picture.width and 0 <= y < picture.height):
        return None
    shown_height = min(y + height, picture.height) - y
    if shown_height < min(height, 12):
        return None
    left, right = _window(x, min(width, picture.width - x), picture.width, MIN_SIZE[0], MAX_SIZE[0])
    top, bottom = _window(y, shown_height, picture.height, MIN_SIZE[1], MAX_SIZE[1])
    cut = picture.crop((left, top, right, bottom))
    pen = ImageDraw.Draw(cut)
    edge = (
        max(round(x) - left - 4, 1),
        max(round(y) - top - 4, 1),
        min(round(x + width) - left + 4, cut.width - 2),
        min(round(y + height) - top + 4, cut.height - 2),
    )
    pen.rounded_rectangle(edge, radius=4, outline=(255, 255, 255), width=5)
    pen.rounded_rectangle(edge, radius=4, outline=_MARK, width=3)
    return cut


def _window(start: float, length: float, limit: int, least: int, most: int) -> tuple[int, int]:
    """Where a crop begins and ends along one axis."""
    size = min(max(length + 2 * CONTEXT, least), most, limit)
    begin = start + length / 2 - size / 2 if length + CONTEXT <= size else start - CONTEXT / 2
    begin = min(max(begin, 0), limit - size)
    return round(begin), round(begin + size)


def first_screen(picture: Image.Image) -> Image.Image:
    """The top of a page, in the shape of a picture in the film strip; short pages keep their shape."""
    height = round(picture.width * FRAME_SHAPE[1] / FRAME_SHAPE[0])
    return picture.crop((0, 0, picture.width, height)) if picture.height > height else picture


def encode(picture: Image.Image, width: int, quality: int) -> tuple[bytes, int, int]:
    """The picture as WebP, at most `width` wide, with its size in pixels."""
    if picture.width > width:
        height = max(round(picture.height * width / picture.width), 1)
        picture = picture.resize((width, height), Image.Resampling.BICUBIC, reducing_gap=2.0)
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=quality, method=2)
    return target.getvalue(), picture.width, picture.height
