"""Do the spiders behave? Robots rules, pace, limits, identity, borders."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from spider_shop import CrawlShop, OpenShop, page

from auditor import __version__
from auditor.recorder import Recorder
from spiders.crawl import SPIDERS, CrawlManners, _gate

CONTACT_AND_FAQ = {
    "/": page("Tea", ("/contact", "Contact"), ("/faq", "FAQ"), ("/help", "Help")),
    "/contact": page("Contact"),
    "/faq": page("FAQ"),
    "/help": page("Help"),
}


def robots(text: str, status: int = 200) -> tuple[int, dict[str, str], bytes]:
    return status, {"Content-Type": "text/plain"}, text.encode()


def test_spiders_say_who_they_are(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    crawled = crawl_shop(shop.url, contact="audit@example.org\r\nX: y")
    agents = {agent for _, _, agent in shop.asked}
    assert agents == {crawled.recorder.identity}
    assert crawled.recorder.identity.startswith(
        f"auditor/{__version__} (+mystery-shopping audit; see robots.txt"
    )
    assert "audit@example.org" in crawled.recorder.identity


def test_a_page_that_robots_txt_forbids_is_not_asked_for(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/robots.txt": robots("User-agent: auditor\nDisallow: /contact")})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == "robots_disallow"
    assert crawled.outcomes["faq"] == "reached"
    assert "/contact" not in shop.paths()
    assert shop.paths()[0] == "/robots.txt"


def test_a_shop_that_forbids_all_is_left_alone(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/robots.txt": robots("User-agent: *\nDisallow: /")})
    assert set(crawl_shop(shop.url).outcomes.values()) == {"robots_disallow"}
    assert shop.paths() == ["/robots.txt"]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (robots("", 500), "server_error"),
        (robots("Disallow: /\n" * 60_000), "robots_disallow"),
        ((302, {"Location": "http://127.0.0.9:9/robots.txt"}, b""), "unreachable"),
    ],
    ids=["server error", "too large", "leads elsewhere"],
)
def test_rules_that_cannot_be_read_are_no_leave_to_crawl(
    open_shop: OpenShop, crawl_shop: CrawlShop, answer: tuple[int, dict[str, str], bytes], code: str
) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/robots.txt": answer})
    assert crawl_shop(shop.url).outcomes["home"] == code
    assert set(shop.paths()) == {"/robots.txt"}


def test_the_pace_is_kept_between_all_requests_and_left_out_of_machine_time(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    crawled = crawl_shop(shop.url, pace=0.3)
    times = [at for at, _, _ in shop.asked]
    assert len(times) == 5
    assert min(b - a for a, b in pairwise(times)) >= 0.3
    assert shop.at_once == 1
    assert crawled.recorder.seconds < times[-1] - times[0] + 3


def test_crawl_delay_is_obeyed(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/robots.txt": robots("User-agent: *\nCrawl-delay: 0.5")})
    crawl_shop(shop.url)
    times = [at for at, _, _ in shop.asked]
    assert min(b - a for a, b in pairwise(times)) >= 0.5


def test_a_crawl_delay_beyond_the_time_limit_ends_as_budget(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/robots.txt": robots("User-agent: *\nCrawl-delay: 900")})
    began = time.monotonic()
    crawled = crawl_shop(shop.url, minutes=0.1)
    assert crawled.outcomes["home"] == "budget"
    assert "900" in crawled.details["home"]
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("url", "pace"), [("https://shop.example/", 1.0), ("http://127.0.0.1:8000/", 0.0)], ids=["public", "ours"]
)
def test_the_pace_has_a_floor_for_shops_that_are_not_ours(
    recorder_of: Callable[..., Recorder], url: str, pace: float
) -> None:
    recorder = recorder_of(url, "policies")
    assert _gate(recorder, CrawlManners(pace=0), None, SPIDERS["policies"]).pace == pace


@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_the_page_limit_is_kept_exactly(open_shop: OpenShop, crawl_shop: CrawlShop, pages: int) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    crawled = crawl_shop(shop.url, pages=pages)
    assert len(shop.asked) == pages == len(crawled.recorder.requests)
    assert "budget" in crawled.outcomes.values()
    assert "not_found" not in crawled.outcomes.values()


def test_the_byte_limit_is_kept(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    large = page("Contact", body="<p>" + "word " * 100_000)
    shop = open_shop({**CONTACT_AND_FAQ, "/contact": large})
    crawled = crawl_shop(shop.url, megabytes=0.1)
    assert crawled.outcomes["contact"] == "budget"
    assert crawled.recorder.bytes_received <= 100_000


def test_a_redirect_to_another_site_is_refused(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    other = open_shop(dict(CONTACT_AND_FAQ))
    shop = open_shop({**CONTACT_AND_FAQ, "/contact": (302, {"Location": other.url + "contact"}, b"")})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == "unreachable"
    assert "another site" in crawled.details["contact"]
    assert other.asked == []


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "data:text/html,x", "javascript:1", "ftp://127.0.0.1/", "//", "http://["]
)
def test_a_redirect_to_no_web_page_is_refused(
    open_shop: OpenShop, crawl_shop: CrawlShop, target: str
) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/contact": (302, {"Location": target}, b"")})
    assert crawl_shop(shop.url).outcomes["contact"] in ("unreachable", "not_found")


def test_addresses_that_the_wave_does_not_allow_are_refused_by_name(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    crawled = crawl_shop(shop.url, allowed=lambda host: False)
    assert set(crawled.outcomes.values()) == {"unreachable"}
    assert shop.asked == []


def test_addresses_that_the_wave_does_not_allow_are_refused_after_the_look_up(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    crawled = crawl_shop(shop.url.replace("127.0.0.1", "localhost"), allowed=lambda host: host == "localhost")
    assert crawled.outcomes["home"] == "unreachable"
    assert "stands for" in crawled.details["home"]
    assert shop.asked == []


def test_a_busy_shop_is_asked_again_after_the_time_it_names(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(dict(CONTACT_AND_FAQ))
    busy = iter([True])

    def contact(handler: object) -> None:
        status = 503 if next(busy, False) else 200
        headers = {"Retry-After": "1", "Content-Type": "text/html"}
        body = CONTACT_AND_FAQ["/contact"][2]
        handler.send_response(status)  # type: ignore[attr-defined]
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            handler.send_header(name, value)  # type: ignore[attr-defined]
        handler.end_headers()  # type: ignore[attr-defined]
        handler.wfile.write(body)  # type: ignore[attr-defined]

    shop.answers["/contact"] = contact
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == "reached"
    first, second = (at for at, path, _ in shop.asked if path == "/contact")
    assert second - first >= 1


def test_a_shop_that_asks_for_hours_of_rest_is_asked_nothing_more(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop({**CONTACT_AND_FAQ, "/contact": (429, {"Retry-After": "7200"}, b"slow down")})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == "bot_wall"
    assert crawled.outcomes["faq"] == "bot_wall"
    assert shop.paths() == ["/robots.txt", "/", "/contact"]


def test_a_scenario_without_a_spider_is_our_fault(crawl_shop: CrawlShop) -> None:
    with pytest.raises(KeyError):
        crawl_shop("http://127.0.0.1:9/", "checkout")
