"""Home, catalogue, garments and search of Linuva."""

from __future__ import annotations

from auditor.demo.linuva.catalogue import BY_KEY, GARMENTS, KINDS, SIZES, Garment
from auditor.demo.linuva.view import fill, shop_page, tiles, words
from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response


def home(request: Request) -> Response:
    """The first page."""
    chosen = [GARMENTS[i] for i in (0, 3, 6, 11, 9, 4, 8, 12)]
    return shop_page(request, "Lininiai drabužiai iš Kauno", fill("pradzia", chosen=tiles(chosen)))


def catalogue(request: Request, kind: str) -> Response:
    """All garments of a category."""
    if kind not in KINDS:
        return not_found(request)
    found = [garment for garment in GARMENTS if garment.kind == kind]
    return shop_page(request, KINDS[kind], Html(f"<h1>{KINDS[kind]}</h1>{tiles(found)}"))


def search(request: Request) -> Response:
    """Garments in which every word of the query stands; diacritics may be left out."""
    query = request.query.get("paieska", "").strip()
    wanted = words(query)
    found = [
        garment
        for garment in GARMENTS
        if wanted and all(word in words(f"{garment.name} {KINDS[garment.kind]}") for word in wanted)
    ]
    shown = escape(query)
    body = (
        f"<h1>Paieška: {shown}</h1><p>Rasta prekių: {len(found)}</p>{tiles(found)}"
        if found
        else f"<h1>Paieška: {shown}</h1><p>Pagal jūsų užklausą prekių nerasta. Pabandykite kitą žodį.</p>"
    )
    return shop_page(request, "Paieška", Html(body), query=query)


def garment(request: Request, key: str) -> Response:
    """One garment; how its size is chosen differs by category, as the shop grew over the years."""
    if key not in BY_KEY:
        return not_found(request)
    item = BY_KEY[key]
    others = sorted((other for other in GARMENTS if other is not item), key=lambda o: o.kind != item.kind)
    body = fill(
        "preke",
        key=item.key,
        name=item.name,
        kind=item.kind,
        kind_name=KINDS[item.kind],
        price=item.price,
        text=item.text,
        buy=_buy(item),
        others=tiles(others[:4]),
    )
    return shop_page(request, item.name, body)


def not_found(request: Request) -> Response:
    """There is no such page."""
    body = Html('<h1>Puslapis nerastas</h1><p>Tokio puslapio nėra. <a href="/">Grįžti į pradžią</a></p>')
    return shop_page(request, "Puslapis nerastas", body, status=404)


def _buy(item: Garment) -> Html:
    if item.is_sold_out:
        return fill("isparduota")
    if item.kind == "sukneles":
        sizes = join(
            f'<button type="button" class="d" data-d="{size}" aria-pressed="false"'
            f"{' disabled title=Išparduota' if size in item.missing else ''}>{size}</button>"
            for size in SIZES
        )
        return fill("dydis_mygtukai", key=item.key, sizes=sizes)
    sizes = join(
        f'<li role="option" data-d="{size}" aria-selected="false"'
        f"{' aria-disabled=true' if size in item.missing else ''}>{size}"
        f"{' <small>(išparduota)</small>' if size in item.missing else ''}</li>"
        for size in SIZES
    )
    return fill("dydis_sarasas", key=item.key, sizes=sizes)
