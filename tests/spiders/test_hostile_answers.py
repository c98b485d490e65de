"""What does a spider say about answers that are broken, endless or meant to harm?"""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from http.server import BaseHTTPRequestHandler

import brotli
import pytest
from spider_shop import CrawlShop, OpenShop, page

from spiders import gate
from spiders.sitemaps import MOST_ADDRESSES, addresses_in

HOME = page("Tea", ("/contact", "Contact"), ("/faq", "FAQ"), ("/help", "Help"))
GOOD = {"/": HOME, "/faq": page("FAQ"), "/help": page("Help")}
HTML = {"Content-Type": "text/html"}


def never_answers(handler: BaseHTTPRequestHandler) -> None:
    time.sleep(3)


def one_byte_at_a_time(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _ in range(60):
        handler.wfile.write(b"a")
        time.sleep(0.1)


def hangs_up(handler: BaseHTTPRequestHandler) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)
    handler.close_connection = True


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b"<html>")
    handler.close_connection = True


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Connection", "close")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>more</p>" * 10_000)


def no_http(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"SSH-2.0-nonsense\r\n\r\n")
    handler.close_connection = True


def many_headers(handler: BaseHTTPRequestHandler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: " + b"b" * 100_000 + b"\r\n\r\n")
    handler.close_connection = True


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (never_answers, "timeout"),
        (one_byte_at_a_time, "timeout"),
        (hangs_up, "unreachable"),
        (breaks_off, "unreachable"),
        (endless, "budget"),
        (no_http, "unreachable"),
        (many_headers, "unreachable"),
        ((302, {"Location": "/contact"}, b""), "unreachable"),
        ((200, HTML, b'<meta http-equiv="refresh" content="0;url=/contact">'), "unreachable"),
        ((401, HTML, b"who are you"), "login_required"),
        ((403, HTML, b"no"), "bot_wall"),
        ((418, HTML, b"teapot"), "bot_wall"),
        ((451, HTML, b"not here"), "geo"),
        ((500, HTML, b"oops"), "server_error"),
        ((503, HTML, b"oops"), "server_error"),
        ((410, HTML, b"gone"), "not_found"),
        ((200, HTML, b""), "not_found"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 60_000_000)), "budget"),
        ((200, {**HTML, "Content-Encoding": "br"}, brotli.compress(b"a" * 60_000_000, quality=4)), "budget"),
        ((200, {**HTML, "Content-Encoding": "deflate"}, zlib.compress(b"a" * 60_000_000)), "budget"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"no gzip at all"), "unreachable"),
        ((200, {**HTML, "Content-Encoding": "br"}, b"no brotli at all"), "unreachable"),
        ((200, {"Content-Type": "image/png"}, b"\x89PNG" * 999), "not_found"),
        ((200, HTML, b"<p>word</p>" * 500_000), "budget"),
    ],
    ids=lambda value: getattr(value, "__name__", None) or (value if isinstance(value, str) else None),
)
def test_a_hostile_page_ends_in_its_outcome_and_the_others_are_read(
    open_shop: OpenShop, crawl_shop: CrawlShop, monkeypatch: pytest.MonkeyPatch, answer: object, code: str
) -> None:
    monkeypatch.setattr(gate, "ANSWER_SECONDS", 1.0)
    shop = open_shop({**GOOD, "/contact": answer})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == code
    assert crawled.outcomes["faq"] == crawled.outcomes["help"] == "reached"
    assert not crawled.steps("contact")


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 10_000 + b"contact",
        b"<h1>Contact</h1>\0\0\0"
        + bytes(range(256)) * 50
        + "\u202eright to left \ufffe &#xD800; &#0;".encode(),
        b"<h1>Contact" + b"<table><tr><td>" * 3000,
        b"<a href='http://[::1'>x</a><a href='//\xff'>y</a><base href='http://[bad'><h1>Contact</h1><p>"
        + b"x " * 99,
    ],
    ids=["deep", "nul and odd characters", "tables", "broken addresses"],
)
def test_odd_markup_never_raises(open_shop: OpenShop, crawl_shop: CrawlShop, body: bytes) -> None:
    shop = open_shop({**GOOD, "/contact": (200, HTML, body)})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] in ("reached", "not_found", "element_not_found", "budget")
    assert crawled.outcomes["faq"] == "reached"
    crawled.recorder.seal()


def test_a_page_that_takes_too_long_to_read_is_given_up(
    open_shop: OpenShop, crawl_shop: CrawlShop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spiders.html_reader.READ_SECONDS", 0.001)
    shop = open_shop(dict(GOOD))
    assert set(crawl_shop(shop.url).outcomes.values()) == {"budget"}


def test_a_shop_that_is_not_there_is_unreachable(crawl_shop: CrawlShop) -> None:
    assert set(crawl_shop("http://127.0.0.1:9/").outcomes.values()) == {"unreachable"}


def test_a_name_that_nobody_knows_is_unreachable(crawl_shop: CrawlShop) -> None:
    assert crawl_shop("http://no-such-shop.invalid/").outcomes["home"] == "unreachable"


def test_a_wall_is_kept_as_evidence_and_two_end_the_crawl(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    wall = (403, HTML, b"<h1>Access denied</h1>")
    shop = open_shop({"/": HOME, "/contact": wall, "/help": wall, "/faq": page("FAQ")})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes == {
        "home": "reached",
        "contact": "bot_wall",
        "help": "bot_wall",
        "faq": "bot_wall",
    }
    assert [s.facts for s in crawled.steps("wall")] == [{"code": "bot_wall"}]
    assert "/faq" not in shop.paths()


def test_hidden_links_in_the_body_are_taken_for_traps(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    trap = '<a style="display:none" href="/trap">Contact</a><p>Tea for everybody, every day of the year.</p>'
    shop = open_shop({"/": page("Tea", ("/faq", "FAQ"), body=trap), "/faq": page("FAQ")})
    crawl_shop(shop.url)
    assert "/trap" not in shop.paths()


def test_entities_in_a_sitemap_are_not_resolved() -> None:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 9))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    body = f"{bomb}<urlset><url><loc>&a8;</loc></url><url><loc>&f;</loc></url></urlset>"
    assert addresses_in(body.encode()) == (False, ())


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\0",
        b"{}",
        b"<html><body>no map",
        b"<urlset><url><loc>",
        gzip.compress(b"a" * 60_000_000),
        b"\x1f\x8b\x08",
    ],
    ids=["empty", "nul", "json", "html", "cut off", "bomb", "no gzip"],
)
def test_what_is_no_sitemap_names_nothing(body: bytes) -> None:
    assert addresses_in(body) == (False, ())


def test_an_endless_sitemap_is_read_up_to_its_limit() -> None:
    body = b"<urlset>" + b"<url><loc>http://shop.test/a</loc></url>" * (MOST_ADDRESSES + 5000)
    assert len(addresses_in(body)[1]) == MOST_ADDRESSES


def test_a_sitemap_index_that_names_itself_ends(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop({"/": page("Tea", ("/terms", "Terms"))})
    index = "<sitemapindex>" + "".join(
        f"<sitemap><loc>{shop.url}sitemap{i}.xml</loc></sitemap>" for i in ("", *range(500))
    )
    for i in ("", *range(500)):
        shop.answers[f"/sitemap{i}.xml"] = (200, {"Content-Type": "text/xml"}, index.encode())
    crawl_shop(shop.url)
    assert sum("sitemap" in path for path in shop.paths()) == 5
