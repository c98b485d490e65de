"""Reports in a real browser: quiet, accessible, readable on a phone and on paper."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from gallery import Gallery
from playwright.sync_api import Browser, Page
from pypdf import PdfReader
from samples import LINKS, WAVE, empty, hostile, nordlicht, panel

from reports.build import build_overview, build_scorecard_report
from reports.render import render_overview, render_scorecard

pytestmark = pytest.mark.browser

KINDS = ("ordinary", "not rated", "empty", "hostile", "overview", "hostile overview")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    out, gallery = tmp_path_factory.mktemp("reports"), Gallery()
    reports = [build_scorecard_report(card, LINKS) for card in panel(gallery)]
    odd = [build_scorecard_report(card) for card in (empty(), hostile(gallery))]
    pages = [render_scorecard(r, out, gallery.read) for r in (reports[0], reports[-1], *odd)]
    pages += [render_overview(build_overview(WAVE, tuple(reports)), out)]
    pages += [render_overview(build_overview(WAVE, tuple(odd)), out / "odd")]
    return dict(zip(KINDS, pages, strict=True))


def opened(browser: Browser, file: Path, *, width: int = 1280, bypass_csp: bool = False) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=bypass_csp)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_quiet_and_asks_for_nothing(browser, files, kind):
    page = browser.new_context().new_page()
    noise: list[str] = []
    page.on("console", lambda message: noise.append(message.text))
    page.on("pageerror", lambda error: noise.append(str(error)))
    page.on("dialog", lambda dialog: noise.append(dialog.message))
    page.on("request", lambda r: noise.append(r.url) if not r.url.startswith(("file:", "data:")) else None)
    page.goto(files[kind].as_uri())
    page.context.close()
    assert noise == []


@pytest.mark.parametrize("width", [360, 390, 768, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_at_any_width(browser, files, kind, width):
    page = opened(browser, files[kind], width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(e =>
            !e.closest('.hidden, svg, thead, .scroll') && e.scrollWidth > e.clientWidth + 1 &&
            getComputedStyle(e).overflowX === 'hidden').map(e => e.outerHTML.slice(0, 80))"""
    )
    page.context.close()
    assert cut == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(browser, files, kind, width):
    page = opened(browser, files[kind], width=width, bypass_csp=True)
    result = Axe().run(page)
    page.context.close()
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in result.response["violations"]] == []


def test_all_pictures_show(browser, files):
    page = opened(browser, files["ordinary"])
    widths = page.evaluate("[...document.images].map(i => i.naturalWidth)")
    page.context.close()
    assert len(widths) > 10
    assert min(widths) > 300


def test_paper_shows_all_that_the_screen_shows(browser, files):
    page = opened(browser, files["ordinary"])
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True, print_background=True)))
    page.context.close()
    # Paper has ligatures: "find" may come back with one sign for f and i.
    text = unicodedata.normalize("NFKC", "".join(" ".join(p.extract_text() for p in printed.pages).split()))
    report = build_scorecard_report(nordlicht(Gallery()), LINKS)
    findings = [f for s in report.sections for f in s.findings] + list(report.not_observed)
    told = [words for f in findings for words in (f.question, f.value_text)]
    told += [fact.text for fact in report.method]
    told += [words for e in report.evidence for words in (e.url, *(file.file for file in e.files))]
    wanted = [unicodedata.normalize("NFKC", "".join(words.split())) for words in told]
    assert [words for words in wanted if words not in text] == []
    assert {(round(p.mediabox.width), round(p.mediabox.height)) for p in printed.pages} == {(595, 842)}
    assert 5 <= len(printed.pages) <= 14
