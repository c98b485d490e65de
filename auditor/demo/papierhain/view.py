"""The pieces that the pages of Papierhain are made of."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from auditor.demo.papierhain.catalogue import ARTICLES, GROUPS, Article
from auditor.demo.templates import Html, Templates, escape, join
from auditor.demo.web import Request, Response, page

FOLDER = Path(__file__).parent
fill = Templates(FOLDER / "templates")


def shop_page(request: Request, title: str, body: Html, *, status: int = 200) -> Response:
    """A page with header, overlays and footer; everything that moves is the script's business."""
    groups = join(
        f'<li class="ph-nav__item"><a class="ph-nav__link" href="/kategorie/{slug}">{escape(name)}</a></li>'
        for slug, name in GROUPS.items()
    )
    return page(
        fill("rahmen", title=title, body=body, groups=groups, pieces=request.session.pieces), status=status
    )


def tile(article: Article) -> Html:
    """An article in a list, with quick view and a buy control of its own."""
    buy = fill("kachel_kauf" if article.in_stock else "kachel_aus", slug=article.slug, name=article.name)
    return fill("kachel", slug=article.slug, name=article.name, price=article.price, buy=buy)


def tiles(articles: Iterable[Article]) -> Html:
    """Articles side by side."""
    return Html(f'<ul class="ph-tiles">{join(tile(article) for article in articles)}</ul>')


def favourites() -> list[Article]:
    """What the home page shows."""
    return [ARTICLES[i] for i in (0, 4, 8, 6, 14, 7, 3, 15)]
