"""Home, lists, article pages and search of Papierhain."""

from __future__ import annotations

import re

from auditor.demo.papierhain.catalogue import ARTICLES, BY_SLUG, GROUPS, REVIEWS, Article
from auditor.demo.papierhain.view import favourites, fill, shop_page, tiles
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, data


def home(request: Request) -> Response:
    """The first page."""
    return shop_page(request, "Schönes aus Papier", fill("start", favourites=tiles(favourites())))


def group(request: Request, slug: str) -> Response:
    """All articles of a group."""
    if slug not in GROUPS:
        return not_found(request)
    articles = [article for article in ARTICLES if article.group == slug]
    name = GROUPS[slug]
    body = Html(f'<h1 class="ph-h1">{escape(name)}</h1>{tiles(articles)}')
    return shop_page(request, name, body)


def article(request: Request, slug: str) -> Response:
    """One article."""
    if slug not in BY_SLUG:
        return not_found(request)
    item = BY_SLUG[slug]
    shown = _reviews(item)
    body = fill(
        "artikel",
        slug=item.slug,
        name=item.name,
        group=item.group,
        group_name=GROUPS[item.group],
        price=item.price,
        text=item.text,
        stars=f"{item.stars}".replace(".", ","),
        review_count=len(shown),
        facts=join(f"<li>{escape(fact)}</li>" for fact in item.facts),
        buy=fill("kaufen", slug=item.slug) if item.in_stock else fill("ausverkauft"),
        reviews=join(
            f'<li class="ph-review"><b>{who}</b> <span aria-label="{given} von 5 Sternen">'
            f"{'★' * given}{'☆' * (5 - given)}</span><p>{words}</p></li>"
            for who, given, words in shown
        ),
        others=tiles([other for other in ARTICLES if other.group == item.group and other is not item][:4]),
    )
    return shop_page(request, item.name, body)


def search_page(request: Request) -> Response:
    """An empty page; the script asks for the results and shows them."""
    return shop_page(request, "Suche", fill("suche"))


def search_results(request: Request) -> Response:
    """Articles in which every word of the query stands as it is; no slip is forgiven."""
    wanted = _words(request.query.get("q", ""))
    found = [
        article
        for article in ARTICLES
        if wanted and all(word in _words(_searched(article)) for word in wanted)
    ]
    found.sort(key=lambda article: not all(word in _words(article.name) for word in wanted))
    return data({"treffer": [describe(article) for article in found]})


def quick_view(_request: Request, slug: str) -> Response:
    """What the quick view shows of an article."""
    if slug not in BY_SLUG:
        return data({"fehler": "unbekannt"}, status=404)
    return data(describe(BY_SLUG[slug]))


def describe(item: Article) -> dict[str, object]:
    """An article as the script wants it."""
    return {
        "slug": item.slug,
        "name": item.name,
        "preis": item.price,
        "text": item.text,
        "lieferbar": item.in_stock,
    }


def not_found(request: Request) -> Response:
    """There is no such page."""
    body = Html(
        '<h1 class="ph-h1">Seite nicht gefunden</h1><p>Diese Seite gibt es nicht mehr. '
        '<a href="/">Zur Startseite</a></p>'
    )
    return shop_page(request, "Seite nicht gefunden", body, status=404)


def _searched(item: Article) -> str:
    return f"{item.name} {GROUPS[item.group]} {item.text} {' '.join(item.facts)}"


def _words(words: str) -> list[str]:
    return re.findall(r"\w+", words.lower())


def _reviews(item: Article) -> list[tuple[str, int, str]]:
    place = ARTICLES.index(item)
    return [REVIEWS[(place + step) % len(REVIEWS)] for step in range(2 + place % 2)]
