"""The guard that never buys: asked before every click, and listening on the wire in the checkout."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Page, Request, Route

from auditor.errors import VisitError
from auditor.lexicon import Lexicon
from auditor.pages.orders import Progress, may_order
from auditor.snapshot import Control, Snapshot

_NOUN = (
    r"(?:orders?|bestellung(?:en)?|commandes?|pedidos?|encomendas?|ordin[ei]|zamowieni[ae]|objednavk[ayu]|uzsakym\w*"
    r"|bestelling(?:en)?|porudzbin\w*|narudzb\w*|narocil\w*|comand[aă]|rendeles\w*|tilau\w*|siparis\w*|pesanan"
    r"|zakaz\w*|zamovlenn\w*|ordre[rn]?|pasutijum\w*|tellimus\w*|paraggeli\w*)"
)
_VERB = (
    r"(?:place|submit|complete|finish|finali[sz]e|confirm\w*|create|send|process|abschicken|absenden|abschliessen"
    r"|valider|passer|envoyer|confirmar|finalizar|enviar|conferma|invia|zloz|zatwierdz|odeslat|odoslat|potvrdit"
    r"|pateikti|patvirtinti|plaatsen|afronden|posalji|potvrdi|oddaj|trimite|plaseaza|elkuldes?|laheta|tamamla"
    r"|onayla|kirim|konfirmasi|oformit|podtverdit|skicka|bekraefta|afgiv|nosutit|kinnita)"
)

ORDER_REQUEST = re.compile(
    rf"{_VERB}[-_ /]?{_NOUN}\b|\b{_NOUN}[-_ /]{_VERB}\b|/api/(?:v\d+/)?{_NOUN}/?(?:\?|$)"
    r"|complete[-_ ]?(?:checkout|purchase)|finali[sz]e[-_ ]?purchase"
    r"|checkout[-_/](?:complete|finish|place|submit-order|order|pay|process)\b|checkout_process"
    r"|wc-ajax=checkout\b|wc/store/(?:v\d+/)?checkout\b|carts?/[^/]+/(?:complete|payment-information)\b"
    r"|payment/\w+/confirm\b|/payment/transaction\b|checkoutcomplete|ordercreate|orderplace|saveorder"
    r"|process[-_ ]?payment|/purchase\b|/pay(?:ments?)?/(?:confirm|capture|execute|charge)",
    re.I,
)
"""Words of addresses and bodies with which engines place or pay orders: the second line of defence."""

PAYMENT_HOSTS = re.compile(
    r"(^|\.)(paypal\.com|stripe\.com|klarna\.com|adyen\.com|mollie\.com|checkout\.com|braintree-api\.com|payu\.\w+"
    r"|przelewy24\.pl|paysera\.\w+|worldpay\.com|sagepay\.com|authorize\.net|squareup\.com|amazonpay\.\w+|iyzipay\.com"
    r"|midtrans\.com|barion\.com|gopay\.\w+|tpay\.com|dotpay\.pl|redsys\.es|sofort\.com|giropay\.de|twint\.ch)$",
    re.I,
)
"""Hosts of payment providers: pages there are never opened from a checkout (their scripts may load)."""


class Guard:
    """Two lines of defence against buying anything."""

    def __init__(self, *, note: Callable[[str], None]) -> None:
        self._note = note
        self._armed = False
        self.refused: list[str] = []

    def check(self, control: Control, snapshot: Snapshot, lexicon: Lexicon, progress: Progress) -> None:
        """Let a click through, or refuse it.

        Raises: VisitError("guard_refused") when pressing the control may place or pay an order.
        """
        reason = may_order(control, snapshot, lexicon, progress)
        if reason:
            self.refused.append(reason)
            raise VisitError("guard_refused", reason)

    async def arm(self, page: Page) -> None:
        """Listen on the wire from here on: called where the checkout begins."""
        if self._armed:
            return
        self._armed = True
        await page.context.route(lambda _: True, self._judge)

    async def disarm(self, page: Page) -> None:
        """Stop listening, after the checkout has been left."""
        if self._armed:
            self._armed = False
            try:
                await page.context.unroute_all(behavior="ignoreErrors")
            except PlaywrightError:
                return

    async def _judge(self, route: Route, request: Request) -> None:
        reason = order_request(request.method, request.url, _body(request), request.is_navigation_request())
        try:
            if reason:
                self.refused.append(reason)
                self._note(f"request refused: {reason}")
                await route.abort("blockedbyclient")
            else:
                await route.continue_()
        except PlaywrightError:
            return  # the page went away before its request was judged


def _body(request: Request) -> str:
    try:
        return (request.post_data or "")[:20_000]
    except (UnicodeDecodeError, PlaywrightError):
        return ""


def order_request(method: str, url: str, body: str, is_navigation: bool) -> str:
    """Why a request would place or pay an order, or an empty string.

    Only requests that change something are judged by their words; opening a page is judged by where it leads.
    """
    parts = urlsplit(url)
    if is_navigation and PAYMENT_HOSTS.search(parts.hostname or ""):
        return f"leads to the payment provider {parts.hostname}"
    if method.upper() not in ("POST", "PUT", "PATCH", "DELETE"):
        return ""
    if found := ORDER_REQUEST.search(f"{parts.path}?{parts.query}"):
        return f"{method} {parts.path} ({found.group()})"
    if found := ORDER_REQUEST.search(body):
        return f"{method} {parts.path} with {found.group()}"
    return ""
