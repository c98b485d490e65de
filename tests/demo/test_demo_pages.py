"""The demo shops hang together: every link works, nothing is fetched from elsewhere, products are found."""

from __future__ import annotations

import io
import re
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import urlopen
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from auditor.demo import serve
from auditor.demo.kettle.catalogue import PRODUCTS
from auditor.demo.kettle.search import find
from auditor.demo.linuva.catalogue import GARMENTS
from auditor.demo.papierhain.catalogue import ARTICLES
from auditor.demo.pdf import write_pdf

SCRIPTED = {"papierhain": ("kasse", "warenkorb", "suche?q=tinte")}
"""Pages that only a script leads to."""

LOADS = {"img": "src", "script": "src", "link": "href", "iframe": "src", "input": "src"}


def addresses(page: str, base: str) -> tuple[set[str], set[str]]:
    """Links to follow and files that the page loads, as absolute addresses."""
    soup = BeautifulSoup(page, "lxml")
    links = {urljoin(base, tag["href"]) for tag in soup.find_all("a", href=True)}
    loads = {
        urljoin(base, tag[attribute])
        for name, attribute in LOADS.items()
        for tag in soup.find_all(name, **{attribute: True})
    }
    return {link.split("#")[0] for link in links if link.startswith("http")}, loads


@pytest.fixture(scope="session")
def crawled():
    """What was crawled of each shop so far: a crawl serves several tests."""
    return {}


@pytest.fixture
def site(visitor, crawled) -> dict[str, str]:
    """Every page and file that a customer with something in the cart can reach by links, by address."""
    if visitor.shop.slug not in crawled:
        visitor.post("basket/add", item="paring-knife", amount="1")
        visitor.post("api/warenkorb", artikel="tinte-waldsee", menge="1")
        visitor.post("krepselis/prideti", preke="21-marskiniai-jonas", dydis="M")
        crawled[visitor.shop.slug] = crawl(visitor)
    return crawled[visitor.shop.slug]


def crawl(visitor) -> dict[str, str]:
    own = urlsplit(visitor.shop.url).netloc
    scripted = SCRIPTED.get(visitor.shop.slug, ())
    waiting, seen = [visitor.shop.url + path for path in ("", *scripted)], {}
    while waiting:
        address = waiting.pop()
        if address in seen or urlsplit(address).netloc != own:
            continue
        page = visitor.get(address)
        assert visitor.status == 200, address
        seen[address] = page
        if visitor.media_type == "text/html":
            links, loads = addresses(page, visitor.url)
            waiting += links | loads
    return seen


def test_every_link_and_file_of_every_page_answers(site):
    assert len(site) > 30
    assert any("checkout/" in address or "kasse" in address or "duomenys" in address for address in site)
    assert not any("__probe__" in address for address in site)


def test_no_page_loads_anything_from_elsewhere(visitor, site):
    for address, page in site.items():
        if "<html" in page:
            _, loads = addresses(page, address)
            assert all(load.startswith(visitor.shop.url) for load in loads), address


def test_every_page_says_its_language_and_fits_a_phone(visitor, site):
    for address, page in site.items():
        if "<html" in page:
            assert re.search(rf'<html lang="{visitor.shop.language}', page), address
            assert 'name="viewport"' in page, address


def test_styles_and_scripts_name_no_other_host(shop):
    for path in shop.answers.parent.glob("static/*"):
        hosts = set(re.findall(r"https?://([^/\"'\s)]+)", path.read_text(encoding="utf-8")))
        assert hosts <= {"www.w3.org"}, path.name


def test_every_picture_is_well_formed(shop):
    pictures = sorted(shop.answers.parent.glob("pictures/*.svg"))
    assert 12 <= len(pictures) <= 20
    for path in pictures:
        assert ElementTree.parse(path).getroot().tag.endswith("svg"), path.name


def test_an_unknown_page_is_a_404_that_looks_like_the_shop(visitor):
    page = visitor.get("no/such/page")
    assert visitor.status == 404
    assert visitor.shop.name.split()[0].lower() in page.lower()


def test_a_query_is_shown_and_never_becomes_markup(visitor):
    for path in ("search?q=", "paieska?paieska=", "suche?q="):
        page = visitor.get(path + "%3Cscript%3Ealert(1)%3C/script%3E")
        assert "<script>alert" not in page


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda p: p.slug)
def test_kettle_finds_every_title_first_also_when_one_letter_is_wrong(product):
    longest = max(product.name.split(), key=len)
    slips = (
        longest[:2] + longest[3:],
        longest[:2] + "q" + longest[2:],
        longest[:2] + "q" + longest[3:],
        longest[:2] + longest[3] + longest[2] + longest[4:],
    )
    assert find(product.name)[0][0] is product
    for slip in slips:
        assert product in find(product.name.replace(longest, slip))[0], slip


def test_kettle_finds_nothing_for_nonsense():
    assert find("xqzvblorp")[0] == []


@pytest.mark.parametrize(
    ("query", "path"),
    [("returns", "/help/returns"), ("Shipping costs", "/help/delivery"), ("contact", "/contact")],
)
def test_kettle_leads_a_question_to_its_help_page(enter, query, path):
    customer = enter("kettle-and-crumb")
    customer.get("search?q=" + query.replace(" ", "+"))
    assert urlsplit(customer.url).path == path


def test_papierhain_finds_every_title_first_and_forgives_no_slip(enter):
    customer = enter("papierhain")
    for article in ARTICLES:
        assert f'"slug": "{article.slug}"' in customer.get("api/suche?q=" + quote(article.name))[:200]
        longest = max(article.name.split(), key=len)
        wrong = article.name.replace(longest, longest[:2] + longest[3:])
        assert customer.get("api/suche?q=" + quote(wrong)) == '{"treffer": []}'


def test_linuva_finds_every_title_also_without_diacritics(enter):
    customer = enter("linuva")
    for garment in GARMENTS:
        assert garment.key in customer.get("paieska?paieska=" + quote(garment.name))
    assert "11-suknele-rasa" in customer.get("paieska?paieska=linine+suknele")
    assert "prekių nerasta" in customer.get("paieska?paieska=suknle")


def test_linuvas_returns_policy_is_a_pdf_whose_words_can_be_read(enter):
    content = enter("linuva").body("dokumentai/grazinimo-taisykles.pdf")
    reader = PdfReader(io.BytesIO(content))
    words = " ".join(reader.pages[0].extract_text().split())
    assert "Prekes galite grąžinti per 14 dienų nuo jų gavimo dienos" in words
    assert "Grąžinimas per paštomatą kainuoja 2,99 €." in words
    assert "UAB „Linuva“" in words


def test_every_lithuanian_letter_survives_the_pdf():
    letters = "ąčęėįšųūž ĄČĘĖĮŠŲŪŽ (2,99 €) – „taip“"
    reader = PdfReader(io.BytesIO(write_pdf("Raidės", [letters])))
    assert letters in reader.pages[0].extract_text()


def test_a_long_document_has_several_pages():
    reader = PdfReader(io.BytesIO(write_pdf("Ilgas", ["Žodis " * 40] * 40)))
    assert len(reader.pages) > 2


def test_the_pdf_refuses_a_letter_that_it_cannot_write():
    with pytest.raises(ValueError, match="no code"):
        write_pdf("Название", [])


def test_requests_are_logged_and_the_probe_is_not_among_them(tmp_path):
    with serve(tmp_path) as shops:
        shop = shops.shops[0]
        urlopen(shop.url + "help?q=tin", timeout=10).close()
        urlopen(shop.url + "__probe__", timeout=10).close()
        assert shop.requests() == (("GET", "/help?q=tin"),)


def test_the_ledgers_stay_where_they_were_asked_to_be(tmp_path):
    with serve(tmp_path) as shops:
        assert [shop.ledger.relative_to(tmp_path).as_posix() for shop in shops.shops] == [
            "kettle-and-crumb/orders.jsonl",
            "papierhain/orders.jsonl",
            "linuva/orders.jsonl",
        ]
        assert shops.orders() == 0


def ask_again(connection: HTTPConnection) -> None:
    connection.auto_open = False
    connection.request("GET", "/robots.txt")
    connection.getresponse()


def test_nothing_answers_any_more_when_the_shops_are_closed(tmp_path):
    with serve(tmp_path) as shops:
        places = [urlsplit(shop.url) for shop in shops.shops]
        kept_alive = HTTPConnection(places[0].hostname, places[0].port, timeout=5)
        kept_alive.request("GET", "/robots.txt")
        assert kept_alive.getresponse().read()
    with pytest.raises((OSError, HTTPException)):
        ask_again(kept_alive)
    kept_alive.close()
    for place in places:
        with pytest.raises(OSError, match="refused"):
            urlopen(place.geturl(), timeout=5)
