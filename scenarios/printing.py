"""Prints our own HTML pages as tagged PDF files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from playwright.async_api import Browser, Route
from playwright.async_api import Error as PlaywrightError

from auditor.errors import ConfigError
from scenarios.browser import started_browser
from scenarios.waiting import bounded

SECONDS = 60.0
"""How long a page may take to print; a scorecard takes about one."""


async def print_pdf(html_file: Path, pdf_file: Path) -> None:
    """Print a page to a file, tagged for screen readers, with an outline.

    Raises: ConfigError when there is no browser, or it cannot print.
    """
    await print_pdfs([(html_file, pdf_file)])


async def print_pdfs(files: Sequence[tuple[Path, Path]]) -> None:
    """Print several pages with one browser.

    files: (HTML file, PDF file) pairs.
    Raises: ConfigError when there is no browser, or it cannot print.
    """
    async with started_browser() as browser:
        for html_file, pdf_file in files:
            try:
                pdf_file.write_bytes(await bounded(_pdf(browser, html_file), SECONDS, "printing a report"))
            except PlaywrightError as error:
                first = (str(error).splitlines() or ["no reason given"])[0]
                raise ConfigError(f"the browser cannot print it: {first}", path=str(html_file)) from error


async def _pdf(browser: Browser, html_file: Path) -> bytes:
    context = await browser.new_context(java_script_enabled=False, offline=True)
    try:
        page = await context.new_page()
        # The file itself holds all it needs; nothing else may be read from this disk through it.
        address = html_file.absolute().as_uri()
        await page.route("**/*", lambda route: _only(route, address))
        await page.goto(address, wait_until="load")
        return await page.pdf(
            format="A4",
            print_background=True,
            tagged=True,
            outline=True,
            prefer_css_page_size=True,
        )
    finally:
        await context.close()


async def _only(route: Route, address: str) -> None:
    if route.request.url == address:
        await route.continue_()
    else:
        await route.abort()
