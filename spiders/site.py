"""Does this address belong to the same site?"""

from __future__ import annotations

from functools import cache
from urllib.parse import SplitResult, urldefrag, urlsplit

from tldextract import TLDExtract


@cache
def _extract() -> TLDExtract:
    # The list that comes with the library: no download. With private suffixes, so that two shops of
    # one hosting platform (a.platform.example, b.platform.example) are two sites.
    return TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)


def split(url: str) -> SplitResult | None:
    """The parts of an http or https address with a host, or None for anything else."""
    try:
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or len(url) > 2000:
            return None
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    return parts


def site_of(url: str) -> str:
    """The registrable domain; host and port where there is none (addresses, local names)."""
    parts = split(url)
    if parts is None or not parts.hostname:
        return ""
    domain = _extract()(parts.hostname).top_domain_under_public_suffix
    return domain.lower() if domain else parts.netloc.rpartition("@")[2].lower()


def same_site(one: str, other: str) -> bool:
    """True when both addresses are http(s) and belong to one registrable domain."""
    return bool(site_of(one)) and site_of(one) == site_of(other)


def place(url: str) -> str:
    """The address without its fragment, as one page is told from another."""
    parts = urlsplit(urldefrag(url).url)
    return parts._replace(path=parts.path or "/", netloc=parts.netloc.lower()).geturl()
