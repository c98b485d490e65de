"""Pictures of shop pages that never existed, kept under evidence names."""

from __future__ import annotations

import hashlib
import io

from PIL import Image, ImageDraw, ImageFont

from auditor.errors import EvidenceError

Box = tuple[float, float, float, float]


def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    try:
        return ImageFont.truetype("DejaVuSans.ttf", size)
    except OSError:
        return ImageFont.load_default(size)


class Gallery:
    """Evidence in memory: the reader that reports are given."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def put(self, data: bytes, suffix: str) -> str:
        name = hashlib.sha256(data).hexdigest() + suffix
        self.files[name] = data
        return name

    def read(self, name: str) -> bytes:
        if name not in self.files:
            raise EvidenceError(f"evidence file {name} cannot be read")
        return self.files[name]

    def page(
        self,
        shop: str,
        heading: str,
        lines: tuple[str, ...],
        *,
        button: str = "",
        fields: tuple[str, ...] = (),
        tint: tuple[int, int, int] = (34, 70, 92),
        height: int = 900,
        kind: str = "JPEG",
    ) -> tuple[str, dict[str, Box]]:
        """A drawn page; gives its evidence name and where each line, field and button stands."""
        picture = Image.new("RGB", (1280, height), (255, 255, 255))
        pen = ImageDraw.Draw(picture)
        places: dict[str, Box] = {}

        def write(x: int, y: int, text: str, size: int, colour: tuple[int, int, int] = (30, 34, 40)) -> None:
            pen.text((x, y), text, font=_font(size), fill=colour)
            places[text] = (x, y, pen.textlength(text, font=_font(size)), size * 1.25)

        pen.rectangle((0, 0, 1280, 76), fill=tint)
        write(60, 22, shop, 28, (255, 255, 255))
        pen.rounded_rectangle((700, 20, 1040, 56), radius=6, fill=(255, 255, 255))
        write(1080, 27, "Cart (1)", 19, (255, 255, 255))
        write(60, 120, heading, 36)
        y = 190
        for line in lines:
            write(60, y, line, 20)
            y += 42
        for field in fields:
            write(60, y, field, 17, (90, 96, 104))
            pen.rectangle((60, y + 26, 560, y + 66), outline=(150, 156, 164), width=2)
            y += 86
        if button:
            pen.rounded_rectangle((60, y + 10, 360, y + 62), radius=6, fill=tint)
            write(84, y + 22, button, 20, (255, 255, 255))
            places[button] = (60, y + 10, 300, 52)
        for column in range(3):
            pen.rectangle((760 + 160 * column, 130, 900 + 160 * column, 330), fill=(226, 230, 234))
        pen.rectangle((0, height - 90, 1280, height), fill=(240, 241, 243))
        write(60, height - 58, "Imprint   Privacy   Returns   Contact", 17, (90, 96, 104))
        target = io.BytesIO()
        picture.save(target, kind, quality=80)
        return self.put(target.getvalue(), ".jpg" if kind == "JPEG" else "." + kind.lower()), places
