"""What went wrong with a request, as a trouble code."""

from __future__ import annotations

import logging
import zlib

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)

from auditor.errors import VisitError
from spiders.gate import PAGE_BYTES, Refused

log = logging.getLogger(__name__)

_TOO_LARGE = f"the answer is larger than what may be read ({PAGE_BYTES // 1_000_000} MB at most)"


def trouble_of(error: Exception) -> VisitError:
    """The trouble behind an exception of a download; the unforeseen is logged and counts as unreachable."""
    match error:
        case VisitError():
            return error
        case Refused():
            return error.as_trouble()
        case DownloadTimeoutError() | TimeoutError():
            return VisitError("timeout", "no whole answer in time")
        case CannotResolveHostError():
            return VisitError("unreachable", "the name of the host is not known")
        case DownloadConnectionRefusedError():
            return VisitError("unreachable", "no connection, or no valid certificate")
        case DownloadCancelledError():
            return VisitError("budget", _TOO_LARGE)
        case DownloadFailedError() | ResponseDataLossError() | UnsupportedURLSchemeError():
            return VisitError("unreachable", "the connection broke off")
        case IgnoreRequest():
            # Scrapy raises the bare class in two places: after too many redirects, and when an
            # answer grows too large while it is unpacked.
            circle = "redirect" in str(error)
            return (
                VisitError("unreachable", "redirects in a circle")
                if circle
                else VisitError("budget", _TOO_LARGE)
            )
        case ValueError() | OSError() | EOFError() | zlib.error():
            return VisitError("unreachable", "the answer cannot be read")
        case _:
            log.warning("unforeseen trouble with a request: %r", error, exc_info=error)
            return VisitError("unreachable", type(error).__name__)
