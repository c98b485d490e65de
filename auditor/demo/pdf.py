"""Writes plain text as a small PDF whose words can be read back, letters beyond Latin-1 included.

Uses the built-in Helvetica: letters that the standard encoding lacks are placed on free codes by their glyph
names, and a ToUnicode map says which letter each code is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

_GLYPHS = {
    "ą": "aogonek", "č": "ccaron", "ę": "eogonek", "ė": "edotaccent", "į": "iogonek", "š": "scaron",
    "ų": "uogonek", "ū": "umacron", "ž": "zcaron", "Ą": "Aogonek", "Č": "Ccaron", "Ę": "Eogonek",
    "Ė": "Edotaccent", "Į": "Iogonek", "Š": "Scaron", "Ų": "Uogonek", "Ū": "Umacron", "Ž": "Zcaron",
    "€": "Euro", "„": "quotedblbase", "“": "quotedblleft", "”": "quotedblright", "–": "endash",
}  # fmt: skip
_FIRST_CODE = 128
_CODES = {letter: _FIRST_CODE + place for place, letter in enumerate(_GLYPHS)}

_WIDTH, _HEIGHT, _MARGIN = 595, 842, 64
_LINES_PER_PAGE = 42
_LEADING = 17


def write_pdf(title: str, paragraphs: Sequence[str]) -> bytes:
    """An A4 document with a title and paragraphs; a paragraph that begins with `# ` is a heading.

    Raises: ValueError for a letter that is neither ASCII nor among those placed here.
    """
    lines = [(title, 18), ("", 11)]
    for paragraph in paragraphs:
        size = 13 if paragraph.startswith("# ") else 11
        lines += [(line, size) for line in textwrap.wrap(paragraph.removeprefix("# "), 82)]
        lines.append(("", 11))
    pages = [lines[i : i + _LINES_PER_PAGE] for i in range(0, len(lines), _LINES_PER_PAGE)]
    return _assemble([_content(page) for page in pages], title)


def _encode(text: str) -> bytes:
    """Text as a PDF string, in parentheses."""
    codes = bytearray()
    for letter in text:
        code = _CODES.get(letter, ord(letter))
        if code >= _FIRST_CODE and letter not in _CODES:
            raise ValueError(f"no code for {letter!r}")
        if letter in "()\\":
            codes += b"\\"
        codes.append(code)
    return b"(" + bytes(codes) + b")"


def _content(lines: list[tuple[str, int]]) -> bytes:
    parts = [b"BT", f"{_MARGIN} {_HEIGHT - 80} Td {_LEADING} TL".encode()]
    for line, size in lines:
        parts += [f"/F1 {size} Tf".encode(), _encode(line) + b" Tj T*"]
    return b"\n".join([*parts, b"ET"])


def _to_unicode() -> bytes:
    pairs = "\n".join(f"<{code:02X}> <{ord(letter):04X}>" for letter, code in _CODES.items())
    ascii_range = "1 beginbfrange\n<20> <7E> <0020>\nendbfrange"
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{ascii_range}\n{len(_CODES)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()


def _assemble(contents: list[bytes], title: str) -> bytes:
    """Number the objects, join them, and write the table of their places."""
    names = " ".join(f"/{glyph}" for glyph in _GLYPHS.values())
    first_page = 6
    kids = " ".join(f"{first_page + 2 * i} 0 R" for i in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (lt) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R /Encoding << /Type /Encoding "
        + f"/BaseEncoding /WinAnsiEncoding /Differences [{_FIRST_CODE} {names}] >> >>".encode(),
        _stream(_to_unicode()),
        b"<< /Title <" + ("\ufeff" + title).encode("utf-16-be").hex().encode() + b"> >>",
    ]
    for i, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {_WIDTH} {_HEIGHT}] "
        page += f"/Resources << /Font << /F1 3 0 R >> >> /Contents {first_page + 2 * i + 1} 0 R >>"
        objects += [page.encode(), _stream(content)]
    body = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return bytes(body) + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def _stream(content: bytes) -> bytes:
    return f"<< /Length {len(content)} >>\nstream\n".encode() + content + b"\nendstream"
