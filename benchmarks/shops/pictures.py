"""Draws the product pictures: plain PNG files, made from a name and two shapes, no drawing library needed."""

from __future__ import annotations

import colorsys
import hashlib
import struct
import zlib
from pathlib import Path

SIDE = 480
"""Width and height in pixels."""


def draw(name: str, path: Path) -> None:
    """Write a picture that always looks the same for the same name."""
    seed = hashlib.sha256(name.encode()).digest()
    hue = seed[0] / 255
    ground, body, band = (_colour(hue, 0.16, 0.96), _colour(hue, 0.62, 0.55), _colour(hue + 0.45, 0.5, 0.8))
    rows = []
    for y in range(SIDE):
        row = bytearray(ground * SIDE)
        left, right = _body(seed[1] % 4, y)
        if left < right:
            inside = band if (y // (20 + seed[2] % 40)) % 3 == 0 else body
            row[left * 3 : right * 3] = inside * (right - left)
        rows.append(b"\0" + bytes(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_png(b"".join(rows)))


def _body(shape: int, y: int) -> tuple[int, int]:
    """First and last column of the figure in this row: a disc, a box, a bottle or a tent."""
    middle, low, high = SIDE // 2, SIDE // 6, SIDE * 5 // 6
    if not low <= y < high:
        return 0, 0
    reach = (high - low) // 2
    match shape:
        case 0:
            half = int((reach**2 - (y - middle) ** 2) ** 0.5) if abs(y - middle) < reach else 0
        case 1:
            half = reach * 4 // 5
        case 2:
            half = reach // 5 if y < low + reach // 2 else reach // 2
        case _:
            half = (y - low) // 2
    return middle - half, middle + half


def _colour(hue: float, saturation: float, value: float) -> bytes:
    return bytes(round(part * 255) for part in colorsys.hsv_to_rgb(hue % 1, saturation, value))


def _png(rows: bytes) -> bytes:
    """An RGB picture from rows that each begin with their filter byte."""
    header = struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
