"""PDF policies: text is read, pictures and rubbish are refused with a reason."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfWriter

from auditor.reading.documents import MAX_BYTES, read_pdf


def _pdf(*pages: tuple[str, ...]) -> bytes:
    """A small PDF with these lines on its pages, written by hand."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    for lines in pages:
        shown = b" T* ".join(b"(" + line.encode("cp1252") + b") Tj" for line in lines)
        stream = b"BT /F1 12 Tf 14 TL 50 750 Td " + shown + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 %s >> >> >>" % (len(objects), font)
        )
        kids.append(len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
        b" ".join(b"%d 0 R" % k for k in kids),
        len(kids),
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def test_text_is_read_line_by_line_and_page_by_page() -> None:
    found = read_pdf(_pdf(("Returns policy", "You may return goods within 30 days."), ("Contact us",)))
    assert found.refused == ""
    assert found.pages == 2
    assert found.lines == ("Returns policy", "You may return goods within 30 days.", "Contact us")


def test_a_line_that_only_the_page_parted_is_joined() -> None:
    found = read_pdf(
        _pdf(
            (
                "You may return goods within",
                "thirty days of delivery.",
            )
        )
    )
    assert found.lines == ("You may return goods within thirty days of delivery.",)


def test_a_picture_without_text_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    out = io.BytesIO()
    writer.write(out)
    found = read_pdf(out.getvalue())
    assert (found.lines, found.pages, found.refused) == ((), 1, "scanned_pdf")


def test_an_encrypted_document_is_refused() -> None:
    writer = PdfWriter()
    writer.add_blank_page(width=200, height=200)
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    assert read_pdf(out.getvalue()).refused == "encrypted"


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"%PDF-1.4", b"%PDF-1.4\n" + b"\x00" * 500])
def test_what_is_no_document_is_refused(data: bytes) -> None:
    assert read_pdf(data).refused == "not_a_pdf"


def test_a_document_that_is_too_large_is_not_opened() -> None:
    assert read_pdf(b"%PDF" + b"0" * MAX_BYTES).refused == "too_large"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 700), st.binary(min_size=1, max_size=30))
def test_a_damaged_document_never_raises(at: int, noise: bytes) -> None:
    whole = _pdf(("Returns policy", "You may return goods within 30 days."))
    read_pdf(whole[:at] + noise + whole[at + len(noise) :])
    read_pdf(whole[:at])
