"""The pieces that the pages of Linuva are made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from auditor.demo.linuva.catalogue import BY_KEY, KINDS, Garment
from auditor.demo.templates import Html, Templates, escape, join
from auditor.demo.web import Request, Response, Session, page

FOLDER = Path(__file__).parent
fill = Templates(FOLDER / "templates")


def shop_page(request: Request, title: str, body: Html, *, query: str = "", status: int = 200) -> Response:
    """A page with the shop's header and footer."""
    notice = request.session.take_notice()
    return page(
        fill(
            "remas",
            title=title,
            body=body,
            query=query,
            pieces=request.session.pieces,
            kinds=join(f'<a href="/katalogas/{slug}">{name}</a>' for slug, name in KINDS.items()),
            notice=Html(f'<div class="zinute" role="alert">{notice}</div>' if notice else ""),
        ),
        status=status,
    )


def tiles(garments: Iterable[Garment]) -> Html:
    """Garments side by side."""
    return Html('<div class="prekes">' + join(_tile(garment) for garment in garments) + "</div>")


def _tile(garment: Garment) -> str:
    mark = '<span class="zyma">Išparduota</span>' if garment.is_sold_out else ""
    return (
        f'<a class="preke" href="/preke/{garment.key}">{mark}<img src="/nuotraukos/{garment.key}.svg" '
        f'alt="{escape(garment.name)}" width="350" height="450" loading="lazy">'
        f'<span class="preke-pav">{escape(garment.name)}</span>'
        f'<span class="preke-kaina">{garment.price}</span></a>'
    )


def goods_cents(session: Session) -> int:
    """What the goods in the cart cost."""
    return sum(BY_KEY[line.product].cents * line.quantity for line in session.cart)


def words(text: str) -> list[str]:
    """Lower-case words without diacritics: `Lininė suknelė` gives `linine`, `suknele`."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
