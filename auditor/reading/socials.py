"""Which accounts on social networks and messengers does a shop link as its own?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from auditor.reading.structured_json import of_type, read_jsonld, texts
from auditor.snapshot import Control, Snapshot

NETWORKS = {
    "facebook.com": "facebook", "fb.com": "facebook", "fb.me": "facebook", "instagram.com": "instagram",
    "instagr.am": "instagram", "twitter.com": "x", "x.com": "x", "youtube.com": "youtube",
    "youtu.be": "youtube", "tiktok.com": "tiktok", "pinterest.com": "pinterest",
    "linkedin.com": "linkedin", "vk.com": "vk", "vk.ru": "vk", "ok.ru": "odnoklassniki",
    "dzen.ru": "dzen", "rutube.ru": "rutube", "threads.net": "threads", "threads.com": "threads",
    "bsky.app": "bluesky", "mastodon.social": "mastodon", "snapchat.com": "snapchat",
    "tumblr.com": "tumblr", "reddit.com": "reddit", "twitch.tv": "twitch", "xing.com": "xing",
    "vimeo.com": "vimeo", "discord.gg": "discord", "discord.com": "discord", "whatsapp.com": "whatsapp",
    "wa.me": "whatsapp", "wa.link": "whatsapp", "t.me": "telegram", "telegram.me": "telegram",
    "telegram.dog": "telegram", "viber.com": "viber", "m.me": "messenger", "messenger.com": "messenger",
    "line.me": "line", "lin.ee": "line", "signal.me": "signal", "zalo.me": "zalo",
}  # fmt: skip
"""Host -> network; subdomains and national hosts of a network count as it."""
MESSENGERS = frozenset({"whatsapp", "telegram", "viber", "messenger", "line", "signal", "zalo"})
_SCHEMES = {"viber": "viber", "whatsapp": "whatsapp", "tg": "telegram", "fb-messenger": "messenger"}
_SHARES = re.compile(
    r"(?:^|/)(?:share|sharer|sharing|shareArticle|intent|dialog|plugins|pin/create|submit|sharearticle|"
    r"share\.php|sharer\.php|home|offsite|post|widgets?|embed|watch|hashtag|search|explore|reel|reels|p|status|"
    r"stories|video|videos|playlist|login|policies|policy|legal|about|help|privacy|tos|terms|developers|"
    r"events?|photo|photos|groups|gaming|i|shorts|feed)(?:[/.?]|$)",
    re.IGNORECASE,
)
_GENERIC = frozenset({
    "", "home", "login", "share", "facebook", "instagram", "twitter", "youtube", "tiktok", "pinterest",
    "linkedin", "wordpress", "shopify", "wix", "prestashop", "squarespace", "bigcommerce", "username",
    "yourusername", "yourpage", "#", "profile.php", "pages", "company", "in", "user", "channel", "c",
    "add", "explore", "business",
})  # fmt: skip
"""First path parts that name no account: a network's own pages and what shop builders leave behind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Social:
    """An account of the shop."""

    network: str
    """Lower case: instagram, facebook, whatsapp."""
    url: str
    messenger: bool
    """True where a customer writes to the shop there: WhatsApp, Telegram, Viber, ..."""
    quote: str
    control: Control | None = None


def read_socials(snapshot: Snapshot, shop_url: str) -> tuple[Social, ...]:
    """The shop's own accounts, each network's first; share buttons and bare networks are left out.

    A link within an article, a review or a product's photo may lead to somebody else's account; where
    one network has several, the one in footer or header counts.
    """
    links = sorted(_links(snapshot, shop_url), key=lambda s: _rank(s.control))
    found: dict[str, Social] = {}
    for social in (*links, *_data(snapshot)):
        found.setdefault(social.network, social)
    return tuple(found.values())


def social_of(url: str, shop_url: str = "") -> tuple[str, str] | None:
    """The network and account that an address leads to, or None for anything else."""
    try:
        parts = urlsplit(url.strip())
        own = urlsplit(shop_url).hostname or ""
    except ValueError:
        return None
    if parts.scheme in _SCHEMES:
        return (_SCHEMES[parts.scheme], parts.query or parts.path) if parts.query or parts.path else None
    host = (parts.hostname or "").lower()
    network = _network(host)
    if parts.scheme not in ("http", "https") or not network or host == own:
        return None
    account = _account(network, parts)
    return (network, account) if account else None


def _network(host: str) -> str:
    labels = host.split(".")
    for at in range(len(labels) - 1):
        if (network := NETWORKS.get(".".join(labels[at:]))) is not None:
            return network
    if "pinterest" in labels[:3] and len(labels) <= 4:  # pinterest.de, www.pinterest.co.uk
        return "pinterest"
    return ""


def _account(network: str, parts: SplitResult) -> str:
    """The account's name in the address, or an empty string where it names none."""
    query = parse_qs(parts.query, max_num_fields=20)
    path = unquote(parts.path).strip("/")
    first = path.split("/")[0].lower()
    if network == "whatsapp":
        number = path if re.fullmatch(r"\+?\d{6,15}", path) else (query.get("phone") or [""])[0].strip()
        if number:
            return number
        return (
            path
            if re.match(r"(?:channel|message|catalog|c|qr)/\w+", path) or "wa.link" in parts.netloc
            else ""
        )
    if network == "facebook" and first in ("profile.php", "people", "pages", "p"):
        return (query.get("id") or [""])[0] if first == "profile.php" else path.split("/", 1)[-1]
    if network == "linkedin":
        return path if first in ("company", "showcase", "school") and "/" in path else ""
    if network == "youtube" and first in ("channel", "user", "c") and "/" in path:
        return path
    if network == "reddit":
        return path if first in ("r", "user", "u") and "/" in path else ""
    if network == "discord":
        return path if first == "invite" or parts.netloc.endswith("discord.gg") else ""
    if network == "x" and ("text" in query or "url" in query):
        return ""
    if network == "telegram" and (first in ("share", "iv", "addstickers") or "url" in query):
        return ""
    if first in _GENERIC or _SHARES.search("/" + path):
        return ""
    return first


def _links(snapshot: Snapshot, shop_url: str) -> Iterator[Social]:
    for control in snapshot.controls:
        if not control.href:
            continue
        found = social_of(control.href, shop_url)
        if found:
            network, _ = found
            yield Social(
                network=network,
                url=control.href,
                messenger=network in MESSENGERS,
                quote=control.words or control.title or control.href,
                control=control,
            )


def _rank(control: Control | None) -> int:
    return 0 if control and control.landmark in ("footer", "header", "nav") else 1


def _data(snapshot: Snapshot) -> Iterator[Social]:
    if not any('"sameAs"' in block for block in snapshot.jsonld):
        return
    nodes = read_jsonld(snapshot.jsonld)
    for node in of_type(
        nodes, "Organization", "OnlineStore", "Store", "LocalBusiness", "Corporation", "Brand"
    ):
        for url in texts(node.get("sameAs")):
            found = social_of(url)
            if found:
                yield Social(network=found[0], url=url, messenger=found[0] in MESSENGERS, quote=url)
