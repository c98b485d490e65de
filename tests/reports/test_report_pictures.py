"""Crops that prove something, and pages that stay small."""

from __future__ import annotations

import io

import pytest
from gallery import Gallery
from PIL import Image, ImageChops
from samples import START, card_of, judged, nordlicht

from auditor.errors import EvidenceError
from auditor.models import EvidenceRef, FilmFrame, Outcome, Shop
from reports import album as album_module
from reports.album import build_album
from reports.build import build_scorecard_report
from reports.render import scorecard_html
from reports.screenshots import MAX_SIZE, MIN_SIZE, crop, first_screen, open_screenshot

SHOP = Shop(name="x", url="https://x.example/")
MARK = (163, 38, 27)


def blank(width: int = 1280, height: int = 2000) -> Image.Image:
    return Image.new("RGB", (width, height), (255, 255, 255))


def marked(picture: Image.Image) -> tuple[int, int, int, int] | None:
    return ImageChops.difference(picture, Image.new("RGB", picture.size, (255, 255, 255))).getbbox()


@pytest.mark.parametrize(
    "box",
    [(600, 900, 80, 20), (0, 0, 40, 12), (1240, 1980, 40, 20), (0, 500, 1280, 40), (100, 100, 1000, 1500)],
    ids=[
        "in the middle",
        "top left corner",
        "bottom right corner",
        "over the whole width",
        "larger than a crop",
    ],
)
def test_a_crop_shows_the_place_framed_and_something_around_it(box):
    cut = crop(blank(), box)
    assert cut is not None
    assert MIN_SIZE[0] <= cut.width <= MAX_SIZE[0]
    assert MIN_SIZE[1] <= cut.height <= MAX_SIZE[1]
    frame = marked(cut)
    assert frame is not None
    assert frame[2] - frame[0] >= min(box[2], MAX_SIZE[0] // 2)


@pytest.mark.parametrize(
    "box",
    [
        (10, 3000, 50, 20),
        (-50, 10, 20, 20),
        (10, 10, 0, 20),
        (10, 10, 20, -1),
        (10, 1995, 100, 40),
        (float("nan"), 1, 9, 9),
    ],
    ids=[
        "below the picture",
        "left of it",
        "without width",
        "negative",
        "almost all of it below",
        "no number",
    ],
)
def test_a_box_that_is_not_on_the_picture_gives_no_crop(box):
    assert crop(blank(), box) is None


def test_the_film_shows_the_top_of_a_long_page():
    assert first_screen(blank(1280, 9000)).size == (1280, 960)
    assert first_screen(blank(1280, 500)).size == (1280, 500)


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "PNG"])
def test_screenshots_of_every_kind_are_read(kind):
    gallery = Gallery()
    name, _ = gallery.page("x", "x", ("x",), kind=kind)
    picture = open_screenshot(name, gallery.read)
    assert picture is not None
    assert picture.size == (1280, 900)


@pytest.mark.parametrize(
    "data", [b"", b"no picture", b"GIF89a" + b"\0" * 60, b"\x89PNG\r\n\x1a\n" + b"\0" * 40]
)
def test_what_is_no_screenshot_is_left_out(data):
    assert open_screenshot("x", lambda _: data) is None


def test_a_missing_screenshot_leaves_a_page_that_says_so():
    def read(name: str) -> bytes:
        raise EvidenceError("gone")

    html = scorecard_html(build_scorecard_report(nordlicht(Gallery())), read)
    assert "No picture to show" in html
    assert "<img" not in html


def test_a_place_that_two_findings_share_is_embedded_once():
    gallery = Gallery()
    name, places = gallery.page("x", "x", ("the words",))
    ref = EvidenceRef(
        url=SHOP.url, quote="the words", screenshot=name, box=places["the words"], seen_at=START
    )
    findings = tuple(judged(c, "contact", "Q?", Outcome.MET, True, evidence=(ref,)) for c in ("one", "two"))
    report = build_scorecard_report(card_of(SHOP, findings))
    album = build_album(report, gallery.read)
    assert list(album.crops) == ["finding-one"]
    assert album.same_as == {"finding-two": "finding-one"}
    assert scorecard_html(report, gallery.read).count("data:image/webp") == 1


def noisy(gallery: Gallery, seed: int) -> str:
    """A picture that does not compress well."""
    picture = Image.effect_noise((480, 360), 90 + seed).convert("RGB")
    target = io.BytesIO()
    picture.save(target, "JPEG", quality=60)
    return gallery.put(target.getvalue(), ".jpg")


def test_pictures_become_coarser_and_then_fewer_but_the_page_stays_small(monkeypatch):
    monkeypatch.setattr(album_module, "BUDGET", 60_000)
    gallery = Gallery()
    film = tuple(
        FilmFrame(
            stage="home",
            role="home",
            caption=f"{n}",
            url=SHOP.url,
            seen_at=START,
            screenshot=noisy(gallery, n),
        )
        for n in range(9)
    )
    report = build_scorecard_report(card_of(SHOP, (), film=film))
    album = build_album(report, gallery.read)
    assert album.left_out > 0
    assert len(album.frames) + album.left_out == 9
    assert list(album.frames) == list(range(1, len(album.frames) + 1))
    html = scorecard_html(report, gallery.read)
    assert len(html) < 60_000 * 4 / 3 + 80_000
    assert f"{album.left_out} pictures were left out" in html


def test_a_full_page_of_real_size_stays_below_four_megabytes():
    assert album_module.BUDGET * 4 / 3 < 4_000_000 - 300_000
