"""How Scrapy is set up for a spider; what differs from its defaults, and why."""

from __future__ import annotations

from typing import Any

from spiders.gate import PAGE_BYTES


def scrapy_settings(identity: str, language: str) -> dict[str, Any]:
    """Settings of one crawl.

    language: BCP 47 of the shop, or empty; asked for before any other.
    """
    return {
        # Runs in the caller's loop, beside a browser, as often as wanted: no reactor is installed.
        "TWISTED_REACTOR_ENABLED": False,
        "DOWNLOAD_HANDLERS": {
            "http": "spiders.download.Handler",
            "https": "spiders.download.Handler",
            **dict.fromkeys(("data", "file", "ftp", "s3")),
        },
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "spiders.robots.Robots": 100,
        },
        "USER_AGENT": identity,
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.5",
            "Accept-Language": f"{language},en;q=0.5" if language else "*",
        },
        "ROBOTSTXT_OBEY": True,
        "ROBOTSTXT_USER_AGENT": "auditor",
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": 0,  # the gate keeps the pace, over all hosts
        "DOWNLOAD_MAXSIZE": PAGE_BYTES,  # also bounds what is unpacked
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,  # a customer's browser would not go on either
        "COOKIES_ENABLED": False,
        "RETRY_ENABLED": False,  # the fetcher tries again, as Retry-After asks
        "HTTPPROXY_ENABLED": False,  # behind a proxy, resolved addresses could not be checked
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,  # the fetcher does it: here, one broken address loses the page
        # Nothing that listens, counts or logs beside us.
        "EXTENSIONS_BASE": {},
        "TELNETCONSOLE_ENABLED": False,
        "STATS_DUMP": False,
        "LOG_INSTALL_ROOT_HANDLER": False,
    }
