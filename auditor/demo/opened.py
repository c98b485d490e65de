"""One open shop: its visitors, its log, its ledger, and what it answers to a request. No sockets."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field, replace
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, unquote, urlsplit

from auditor.demo.ledger import Ledger
from auditor.demo.web import Request, Response, Session, Storefront, data, new_session

PROBE = "/__probe__"
"""Where tests ask for the server's own truth about a visitor; no page leads here."""


@dataclass(kw_only=True)
class OpenShop:
    """A storefront with its visitors, its log and its ledger."""

    front: Storefront
    ledger: Ledger
    base: str = ""
    """The shop's address without a slash at the end, once it is known."""
    sessions: dict[str, Session] = field(default_factory=dict)
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Method and path with query of every request, the probe's left out."""
    lock: threading.Lock = field(default_factory=threading.Lock)

    def answer(self, *, method: str, target: str, cookies: str, form: dict[str, str]) -> Response:
        """Answer one request; requests of one shop wait for each other, as its sessions are shared."""
        parts = urlsplit(target)
        path = unquote(parts.path)
        with self.lock:
            session = self.sessions.get(_cookie(cookies, self.front.cookie))
            if path == PROBE:
                return self._probe(session)
            self.requests.append((method, target))
            is_new = session is None
            session = session or new_session()
            request = Request(
                method=method,
                path=path,
                query=dict(parse_qsl(parts.query, keep_blank_values=True)),
                form=form,
                base=self.base,
                session=session,
                ledger=self.ledger,
            )
            response = self._route(request)
            if not is_new or not response.media_type.startswith(("text/html", "application/json")):
                return response
            self.sessions[session.id] = session
            remember = ("Set-Cookie", f"{self.front.cookie}={session.id}; Path=/; HttpOnly; SameSite=Lax")
            return replace(response, headers=(*response.headers, remember))

    def _route(self, request: Request) -> Response:
        for route in self.front.routes:
            parts = route.match(request.method, request.path)
            if parts is not None:
                return route.handler(request, **parts)
        return self.front.not_found(request)

    def _probe(self, session: Session | None) -> Response:
        """The server's own truth about one visitor, for tests; no page links to it."""
        if session is None:
            return data({"session": None, "orders": self.ledger.count()})
        return data(
            {
                "session": session.id,
                "cart": [vars(line) for line in session.cart],
                "saved": [vars(line) for line in session.saved],
                "checkout": session.checkout,
                "ready_to_order": self.front.is_ready(session),
                "orders": self.ledger.count(),
            }
        )


def _cookie(header: str, name: str) -> str:
    try:
        morsel = SimpleCookie(header).get(name)
    except CookieError:
        return ""
    return morsel.value if morsel else ""
