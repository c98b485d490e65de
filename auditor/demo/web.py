"""How a demo shop is asked and how it answers: requests, responses, sessions, routes."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor.demo.ledger import Ledger

MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
}


@dataclass(kw_only=True)
class Line:
    """One product in a cart."""

    product: str
    option: str = ""
    """The size or colour chosen; empty where there is none."""
    quantity: int = 1


@dataclass(kw_only=True)
class Session:
    """What a shop remembers about one visitor, on the server."""

    id: str
    cart: list[Line] = field(default_factory=list)
    saved: list[Line] = field(default_factory=list)
    """Put aside for later."""
    checkout: dict[str, str] = field(default_factory=dict)
    """What the visitor has given at checkout so far; only what was accepted."""
    notice: str = ""
    """A message for the next page."""

    def add(self, product: str, option: str = "", quantity: int = 1) -> Line:
        """Put a product into the cart, or raise the quantity of the line that is there."""
        for line in self.cart:
            if (line.product, line.option) == (product, option):
                line.quantity += quantity
                return line
        line = Line(product=product, option=option, quantity=quantity)
        self.cart.append(line)
        return line

    @property
    def pieces(self) -> int:
        """How many pieces lie in the cart."""
        return sum(line.quantity for line in self.cart)

    def take_notice(self) -> str:
        """The message for this page, once."""
        notice, self.notice = self.notice, ""
        return notice


@dataclass(frozen=True, kw_only=True)
class Response:
    """What the shop sends back."""

    body: bytes = b""
    status: int = 200
    media_type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0
    """Seconds that a slow back end takes before it answers."""


@dataclass(frozen=True, kw_only=True)
class Request:
    """What a visitor asked for."""

    method: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    """Fields of a posted form or of a posted JSON object."""
    base: str
    """The shop's own address without a slash at the end."""
    session: Session
    ledger: Ledger

    def place_order(self, **details: object) -> int:
        """Write the cart into the ledger as an order, empty it, and give the order's number."""
        number = self.ledger.append(
            {
                "session": self.session.id,
                "lines": [vars(line).copy() for line in self.session.cart],
                **details,
            }
        )
        self.session.cart.clear()
        self.session.checkout.clear()
        return number


Handler = Callable[..., Response]


@dataclass(frozen=True)
class Route:
    """One kind of address and who answers it; `<name>` in the pattern is handed on by that name."""

    method: str
    pattern: str
    handler: Handler

    def match(self, method: str, path: str) -> dict[str, str] | None:
        """The named parts of the path, or None when this route does not answer it."""
        wanted = "GET" if method == "HEAD" else method
        if wanted != self.method:
            return None
        found = re.fullmatch(re.sub(r"<(\w+)>", r"(?P<\1>[^/]+)", self.pattern), path)
        return found.groupdict() if found else None


@dataclass(frozen=True, kw_only=True)
class Storefront:
    """One demo shop before it is opened."""

    name: str
    slug: str
    country: str
    """ISO 3166 alpha-2."""
    language: str
    """BCP 47."""
    cookie: str
    """Name of the cookie that carries the session."""
    folder: Path
    """Where the shop's templates, static files and answers lie."""
    routes: tuple[Route, ...]
    not_found: Callable[[Request], Response]
    is_ready: Callable[[Session], bool]
    """Whether only the order itself is left; tests compare a walker's own verdict with it."""

    @property
    def answers(self) -> Path:
        """The truth about this shop for every check."""
        return self.folder / "answers.yaml"


def new_session() -> Session:
    """A visitor who has just come in."""
    return Session(id=secrets.token_hex(12))


def page(markup: str, *, status: int = 200) -> Response:
    """A page of HTML."""
    return Response(body=markup.encode(), status=status, headers=(("Cache-Control", "no-store"),))


def see_other(address: str) -> Response:
    """Go on to this address of the same shop."""
    return Response(status=303, headers=(("Location", address),))


def data(value: Any, *, status: int = 200, delay: float = 0.0) -> Response:
    """An answer to a script."""
    return Response(
        body=json.dumps(value, ensure_ascii=False).encode(),
        status=status,
        media_type="application/json; charset=utf-8",
        headers=(("Cache-Control", "no-store"),),
        delay=delay,
    )


def text(content: str, ending: str) -> Response:
    """Generated text with the media type of a file that ends so."""
    return Response(body=content.encode(), media_type=MEDIA_TYPES[ending])


def static_files(folder: Path) -> Handler:
    """A handler that hands out the files lying directly in a folder, and nothing else."""
    files = {path.name: path for path in folder.iterdir() if path.suffix in MEDIA_TYPES}

    def static(_request: Request, name: str) -> Response:
        if name not in files:
            return Response(status=404, media_type="text/plain", body=b"not found")
        path = files[name]
        return Response(
            body=path.read_bytes(),
            media_type=MEDIA_TYPES[path.suffix],
            headers=(("Cache-Control", "max-age=60"),),
        )

    return static
