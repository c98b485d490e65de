"""A browser, wherever it runs: found, started, and described for the evidence."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Playwright, async_playwright
from playwright.async_api import Error as PlaywrightError

from auditor.errors import ConfigError

SETTING = "AUDITOR_BROWSER"
"""Environment variable with the path of the browser to use."""

INSTALLED = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
)
"""Names under which systems install one, fastest first (the headless shell is two to three times faster)."""

_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--disable-default-apps",
    "--mute-audio",
    "--disable-features=Translate,OptimizationHints",
)
"""Keeps the browser from talking to anybody but the shop."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FoundBrowser:
    """A browser on this machine."""

    path: str
    """Empty: Playwright's own build, which it finds itself."""
    origin: str
    """configured, playwright, or installed."""


def find_browser(configured: str = "") -> FoundBrowser:
    """The browser to use: the configured one, Playwright's own build, an installed one, in this order.

    Raises: ConfigError with the command that mends it when there is none.
    """
    wanted = configured or os.environ.get(SETTING, "")
    if wanted:
        if not Path(wanted).is_file() and not shutil.which(wanted):
            raise ConfigError(f"no browser at {wanted}; correct or unset {SETTING}")
        return FoundBrowser(path=shutil.which(wanted) or wanted, origin="configured")
    if _own_build():
        return FoundBrowser(path="", origin="playwright")
    for name in INSTALLED:
        if path := shutil.which(name):
            return FoundBrowser(path=path, origin="installed")
    for place in _PLACES:
        if Path(place).exists():
            return FoundBrowser(path=place, origin="installed")
    raise ConfigError(
        "no browser found; install one with `playwright install --with-deps chromium`, on Debian or Ubuntu "
        f"with `apt-get install chromium-headless-shell`, or name one in {SETTING}"
    )


def _own_build() -> bool:
    """True when Playwright's own headless shell or Chromium is on the disk."""
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH", "")
    places = (
        [Path(folder)]
        if folder and folder != "0"
        else [
            Path.home() / ".cache/ms-playwright",
            Path.home() / "Library/Caches/ms-playwright",
            Path(os.environ.get("LOCALAPPDATA", "")) / "ms-playwright",
        ]
    )
    return any(
        (build / "INSTALLATION_COMPLETE").exists()
        for place in places
        if place.is_dir()
        for build in place.glob("chromium_headless_shell-*")
    )


def browser_version(found: FoundBrowser) -> str:
    """What the browser says of itself, for `auditor doctor`; empty when it does not start."""
    if not found.path:
        return "Playwright's own build"
    try:
        ran = subprocess.run(  # noqa: S603  # the browser that we are about to start
            [found.path, "--version"], capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return ran.stdout.strip() or ran.stderr.strip().splitlines()[0] if (ran.stdout or ran.stderr) else ""


def launch_arguments(found: FoundBrowser) -> dict[str, object]:
    """The keyword arguments that start this browser through Playwright.

    The sandbox stays on unless we run as root, where it cannot start.
    """
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments: dict[str, object] = {
        "args": [*QUIET, *(["--no-sandbox"] if is_root else [])],
        "headless": True,
    }
    if found.path:
        arguments["executable_path"] = found.path
    return arguments


@asynccontextmanager
async def started_browser(configured: str = "") -> AsyncIterator[Browser]:
    """A running browser; it and its driver are gone afterwards, whatever happened.

    Raises: ConfigError when none is found or it does not start.
    """
    found = find_browser(configured)
    driver: Playwright = await async_playwright().start()
    try:
        try:
            browser = await driver.chromium.launch(**launch_arguments(found))  # type: ignore[arg-type]
        except PlaywrightError as error:
            raise ConfigError(
                f"the browser {found.path or 'of Playwright'} does not start: {error}"
            ) from error
        try:
            yield browser
        finally:
            with suppress(PlaywrightError):
                await browser.close()
    finally:
        await driver.stop()


def customer_agent(version: str) -> str:
    """An ordinary customer's browser string for this browser's version.

    Why: shops give strings with "Headless" in them no session (two of twelve real engines do),
    so that every cart looks broken.
    """
    major = version.split(".")[0].rsplit("/", 1)[-1] or "140"
    return (
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
        f"Chrome/{major}.0.0.0 Safari/537.36"
    )
