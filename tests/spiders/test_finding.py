"""Which pages do the spiders find and keep, and what do they say where there are none?"""

from __future__ import annotations

import gzip
from typing import Any

import pytest
from spider_shop import CrawlShop, OpenShop, page

HOME_LINKS = (("/contact", "Contact us"), ("/faq", "FAQ"), ("/help", "Help"))


def shop_with(*links: tuple[str, str], **pages: Any) -> dict[str, Any]:
    """A home page with these links in its foot, and pages by their paths."""
    return {"/": page("Tea and kettles", *links), **{"/" + path: answer for path, answer in pages.items()}}


def sitemap(*addresses: str, kind: str = "urlset", entry: str = "url") -> bytes:
    return f"<{kind}>{''.join(f'<{entry}><loc>{a}</loc></{entry}>' for a in addresses)}</{kind}>".encode()


def test_pages_linked_from_the_foot_are_kept_with_role_clicks_and_html(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(
        shop_with(*HOME_LINKS, contact=page("Contact us"), faq=page("FAQ"), help=page("Help centre"))
    )
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes == {"home": "reached", "contact": "reached", "help": "reached", "faq": "reached"}
    (contact,) = crawled.steps("contact")
    assert contact.facts == {"clicks": 1, "found_by": "link"}
    assert contact.status == 200
    assert b"What there is to know about contact us" in crawled.file(contact.html)
    assert crawled.paths("home") == ["/"]
    assert crawled.recorder.seal().outcomes["contact"] == "reached"


def test_a_page_that_serves_two_roles_is_kept_for_each_and_fetched_once(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(
        shop_with(("/i", "Impressum"), ("/i", "Kontakt"), i=page("Kontakt und Impressum", lang="de"))
        | {"/": page("Tee", ("/i", "Impressum"), ("/i", "Kontakt"), lang="de")}
    )
    crawled = crawl_shop(shop.url, "contact_info", language="de")
    assert crawled.paths("contact") == crawled.paths("imprint") == ["/i"]
    assert shop.paths().count("/i") == 1


def test_a_link_that_the_home_page_lacks_is_found_on_the_help_page(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(
        shop_with(("/help", "Help"), help=page("Help", ("/help/returns", "Returns policy")))
        | {"/help/returns": page("Returns policy")}
    )
    crawled = crawl_shop(shop.url, "policies")
    (returns,) = crawled.steps("returns_policy")
    assert returns.facts == {"clicks": 2, "found_by": "link"}


def test_a_pdf_policy_is_kept_as_a_document(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    pdf = b"%PDF-1.7 \n" + b"\0\xff" * 500
    shop = open_shop(
        shop_with(("/returns.pdf", "Returns"), ("/terms", "Terms and conditions"), terms=page("Terms"))
        | {"/returns.pdf": (200, {"Content-Type": "application/pdf"}, pdf)}
    )
    crawled = crawl_shop(shop.url, "policies")
    (returns,) = crawled.steps("returns_policy")
    assert crawled.file(returns.document) == pdf
    assert returns.html == ""


def test_other_binaries_are_no_pages(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(
        shop_with(("/returns.zip", "Returns"))
        | {"/returns.zip": (200, {"Content-Type": "application/zip"}, b"PK\3\4" + b"\0" * 999)}
    )
    assert crawl_shop(shop.url, "policies").outcomes["returns_policy"] == "not_found"


def test_a_page_that_is_not_there_is_not_found_and_the_places_are_kept(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop(
        shop_with(
            ("/contact", "Contact"), ("/about", "About us"), contact=page("Contact"), about=page("About us")
        )
    )
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["faq"] == "not_found"
    for_faq = [s for s in crawled.steps("looked") if s.facts == {"for": "faq"}]
    assert [s.url.rsplit("/", 1)[1] for s in for_faq] == ["", "contact", "about"]
    assert "/contact" in crawled.details["faq"]


def test_a_dead_link_is_not_found_too(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(shop_with(("/faq", "FAQ"), ("/contact", "Contact"), contact=page("Contact")))
    assert crawl_shop(shop.url).outcomes["faq"] == "not_found"


def test_a_link_that_leads_home_is_no_page_of_its_own(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(
        shop_with(("/faq", "FAQ"), ("/contact", "Contact"), contact=page("Contact"))
        | {"/faq": (302, {"Location": "/"}, b"")}
    )
    assert crawl_shop(shop.url).outcomes["faq"] == "not_found"


def test_a_section_of_the_home_page_counts_where_it_exists(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    body = '<section id="contact"><h2>Contact</h2><p>Call 020 7946 0000, Monday to Friday.</p></section>'
    shop = open_shop({"/": page("Tea", ("#contact", "Contact"), ("#faq", "FAQ"), body=body)})
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["contact"] == "reached"
    assert crawled.outcomes["faq"] == "not_found"


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzipped, in an index, named by robots.txt"])
def test_the_sitemap_is_asked_where_links_gave_nothing(
    open_shop: OpenShop, crawl_shop: CrawlShop, packed: bool
) -> None:
    shop = open_shop(shop_with(("/terms", "Terms"), terms=page("Terms"), contact=page("Contact us")))
    xml = sitemap(shop.url + "teapot-with-contact-lens-holder", shop.url + "contact")
    if packed:
        shop.answers["/robots.txt"] = (200, {}, f"Sitemap: {shop.url}maps/index.xml".encode())
        index = sitemap(shop.url + "maps/a.xml.gz", kind="sitemapindex", entry="sitemap")
        shop.answers["/maps/index.xml"] = (200, {"Content-Type": "application/xml"}, index)
        shop.answers["/maps/a.xml.gz"] = (200, {"Content-Type": "application/gzip"}, gzip.compress(xml))
    else:
        shop.answers["/sitemap.xml"] = (200, {"Content-Type": "application/xml"}, xml)
    crawled = crawl_shop(shop.url, "contact_info")
    (contact,) = crawled.steps("contact")
    assert contact.facts == {"found_by": "sitemap"}
    assert contact.url == shop.url + "contact"


def test_two_returns_pages_are_both_kept(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(
        {
            "/": page("Tee", ("/w", "Widerrufsrecht"), ("/r", "Rückgabe"), ("/k", "Kontakt"), lang="de"),
            "/w": page("Widerrufsrecht", lang="de"),
            "/r": page("Rückgabe", lang="de"),
        }
    )
    assert sorted(crawl_shop(shop.url, "policies").paths("returns_policy")) == ["/r", "/w"]


def test_a_page_filled_by_a_script_is_not_called_absent(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shell = b"<html lang=en><title>Shop</title><body><div id=root></div><script src=/a.js></script>"
    shop = open_shop({"/": (200, {"Content-Type": "text/html"}, shell)})
    assert set(crawl_shop(shop.url).outcomes.values()) == {"element_not_found"}


def test_a_home_page_without_any_service_link_is_not_called_complete(
    open_shop: OpenShop, crawl_shop: CrawlShop
) -> None:
    shop = open_shop({"/": page("Tea", ("/kettles", "Kettles"), ("/cups", "Cups"))})
    assert crawl_shop(shop.url).outcomes["contact"] == "element_not_found"


def test_a_language_without_lexicon_is_not_called_absent(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(
        {"/": page("茶", ("/x", "お問い合わせ"), body="<p>" + "美味しいお茶です。" * 60, lang="ja")}
    )
    assert crawl_shop(shop.url).outcomes["contact"] == "language_unsupported"


def test_the_helpers_page_on_another_host_is_asked_once(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    helper = open_shop({"/hc": page("Help centre", ("/hc/faq", "FAQ")), "/hc/faq": page("FAQ")})
    shop = open_shop(shop_with(("/contact", "Contact"), (helper.url + "hc", "Help"), contact=page("Contact")))
    crawled = crawl_shop(shop.url)
    assert crawled.outcomes["help"] == "reached"
    assert helper.paths() == ["/robots.txt", "/hc"]


def test_links_that_would_do_something_are_not_followed(open_shop: OpenShop, crawl_shop: CrawlShop) -> None:
    shop = open_shop(shop_with(("/place-order?x=contact", "Contact"), ("/faq", "FAQ"), faq=page("FAQ")))
    crawl_shop(shop.url)
    assert not any("place-order" in path for path in shop.paths())
