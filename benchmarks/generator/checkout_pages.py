"""The checkout of a generated shop, screen by screen, and what its server learns on the way."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, data, see_other
from benchmarks.generator import gate, sections, ways
from benchmarks.generator.asking import asks_of, complaints, has_gate, screens
from benchmarks.generator.truth import Seen
from benchmarks.generator.view import View

_PLAIN = ("shipping", "payment", "card", "terms", "newsletter", "account", "password")
"""Fields that are called the same in every shop."""


class Checkout:
    """The checkout of one shop with what it remembers of its visitors."""

    def __init__(self, view: View) -> None:
        self.view, self.plan = view, view.plan
        self.screens = screens(view.plan)
        self.seen: dict[str, Seen] = {}
        """Session -> what the server knows; kept after the visitor has gone."""
        self.last_seen = ""
        """The session that the checkout heard of last."""

    def show(self, request: Request, number: str = "") -> Response:
        """The screen that is open for this visitor."""
        session = request.session
        if not session.cart:
            return see_other(self.view.cart_path if self.plan["cart"] == "page" else "/")
        if has_gate(self.plan) and "_guest" not in session.checkout:
            return gate.show(self.view, request)
        done = self._done(request)
        if self.plan["shape"] == "accordion":
            return self._screen(request, done, {})
        wanted = number or request.query.get("step", "")
        screen = min(int(wanted), done) if wanted.isdigit() else done
        if self.plan["shape"] == "pages" and (not number or int(number) != screen):
            return see_other(self._address(screen))
        if self.plan["shape"] == "one_url" and wanted.isdigit():
            session.checkout["_done"] = str(screen)
        return self._screen(request, screen, {})

    def take(self, request: Request, number: str = "") -> Response:
        """A screen was sent: store its answers and go on, complain, or place the order after the last one."""
        session = request.session
        if not session.cart or (has_gate(self.plan) and "_guest" not in session.checkout):
            return see_other(self.view.checkout_path)
        said = number or request.form.get("_screen", "")
        screen = min(int(said), self._done(request)) if said.isdigit() else self._done(request)
        given = self.given(request.form)
        if "address" in self.screens[screen]:
            for box in (
                "account",
                "newsletter",
            ):  # a box that was unticked stays so when the screen comes back
                session.checkout[f"_{box}"] = request.form.get(box, "")
        is_last = screen == len(self.screens) - 1
        wrong = self._wrong(screen, {**session.checkout, **given})
        if wrong:
            kept = {name: value for name, value in given.items() if value and not name.startswith("_")}
            session.checkout.update(kept)
            return self._answer(request, screen, wrong)
        for box in ("account", "terms", "newsletter"):
            session.checkout.pop(box, None)
        session.checkout.update({**given, "_done": str(max(screen + 1, self._done(request)))})
        if not is_last:
            return self._answer(request, screen + 1, {})
        self._note(request).orders += 1
        request.place_order(via="checkout", seed=self.plan.seed)
        return self.view.text_page(request, self.view.words("thanks"), "")

    def report(self, request: Request) -> Response:
        """The page's script tells what is filled in, chosen and enabled; only the probe reads it."""
        form, session = request.form, request.session
        seen = self._note(request)
        screen = int(form["_screen"]) if form.get("_screen", "").isdigit() else -1
        seen.screen = max(seen.screen, screen)
        if session.cart:
            seen.lines = [vars(line).copy() for line in session.cart]
        if screen == len(self.screens) - 1:
            answers = {**session.checkout, **self.given(form)}
            for box in ("terms", "account"):
                if box not in form:
                    answers.pop(box, None)
            seen.at_last, seen.order_on = True, form.get("_order") == "on"
            seen.missing = {}
            for number in range(len(self.screens)):
                seen.missing |= self._wrong(number, answers)
        return data({})

    def quotes(self, request: Request) -> Response:
        """The ways of delivery, once the address is known."""
        widget = ways.shipping_widget(self.view, request.session.checkout)
        return data({"html": widget}, delay=max(self.view.delay, 0.3))

    def express(self, request: Request) -> Response:
        """The trap: a wallet or one-click button that orders at once."""
        product = self.view.product(request.form.get("product", ""))
        if product is not None:
            request.session.add(product.slug)
        self._note(request).orders += 1
        request.place_order(via="express", seed=self.plan.seed)
        return self.view.text_page(request, self.view.words("thanks"), "")

    def given(self, form: Mapping[str, str]) -> dict[str, str]:
        """The answers in a form, by our names for the fields."""
        names = {ask.name for section in ("contact", "address") for ask in asks_of(self.plan, section)}
        found = {name: form[said] for name in names if (said := self.view.markup.field_name(name)) in form}
        return found | {name: form[name] for name in _PLAIN if name in form}

    def _wrong(self, screen: int, given: Mapping[str, str]) -> dict[str, str]:
        found: dict[str, str] = {}
        is_last = screen == len(self.screens) - 1
        for section in (*self.screens[screen], *(("end",) if is_last else ())):
            found |= complaints(self.plan, self.view.words, section, given)
        return found

    def _done(self, request: Request) -> int:
        return min(int(request.session.checkout.get("_done", "0")), len(self.screens) - 1)

    def _note(self, request: Request) -> Seen:
        self.last_seen = request.session.id
        return self.seen.setdefault(request.session.id, Seen(session=request.session.id))

    def _address(self, screen: int) -> str:
        return (
            f"{self.view.checkout_path}/{screen}"
            if self.plan["shape"] == "pages"
            else self.view.checkout_path
        )

    def _answer(self, request: Request, screen: int, wrong: Mapping[str, str]) -> Response:
        if self.plan["shape"] == "accordion":
            return data({"html": self._accordion(request, screen, wrong)}, delay=self.view.delay)
        return self._screen(request, screen, wrong) if wrong else see_other(self._address(screen))

    def _screen(self, request: Request, screen: int, wrong: Mapping[str, str]) -> Response:
        view = self.view
        if self.plan["shape"] == "accordion":
            inner = Html(f'<div id="accordion">{self._accordion(request, screen, wrong)}</div>')
        else:
            inner = join((self._progress(screen), self._form(request, screen, wrong)))
        heading = (
            view.words("checkout_heading")
            if self.plan["shape"] in ("accordion", "one_page")
            else sections.heading_of(view, self.screens[screen])
        )
        aside = Html(f'<div class="summary">{sections.lines_and_total(view, request)}</div>')
        has_review = "review" in self.screens[screen]
        body = join((view.markup.heading(heading), Html("") if has_review else aside, inner))
        return view.page(request, heading, body, checkout=True)

    def _progress(self, screen: int) -> Html:
        steps = [sections.heading_of(self.view, one) for one in self.screens]
        if len(steps) < 2 or self.plan["progress"] == "none":
            return Html("")
        if self.plan["progress"] == "words":
            return Html(
                f'<h4 class="step">{escape(self.view.words("step_of", n=screen + 1, of=len(steps)))}</h4>'
            )
        items = "".join(
            f"<li{' class=active aria-current=step' if n == screen else ''}>{escape(name)}</li>"
            for n, name in enumerate(steps)
        )
        return Html(f'<ol class="progress steps">{items}</ol>')

    def _form(self, request: Request, screen: int, wrong: Mapping[str, str]) -> Html:
        """The screen's form, with the button that goes on or the one that orders."""
        view, names = self.view, self.screens[screen]
        is_last = screen == len(self.screens) - 1
        if names == ("shipping",) and self.plan["shipping"] == "rows" and not is_last:
            return ways.shipping_rows(view, self._address(screen))
        made = [
            sections.section(view, request, name, wrong, with_address="address" in names) for name in names
        ]
        button = self._order_button() if is_last else view.markup.button(self._onward())
        end = sections.terms_box(view, wrong) if is_last else Html("")
        novalidate = "" if self.plan["errors"] == "native" else " novalidate"
        hidden = f'<input type="hidden" name="_screen" value="{screen}">'
        last = " data-last" if is_last else ""
        disabled = " data-gated" if is_last and self.plan["order"] == "disabled" else ""
        return Html(
            f'<form action="{self._address(screen)}" method="post" data-checkout{last}{disabled}{novalidate}>'
            f"{hidden}{self._summary(wrong)}{join(made)}{end}<div class=actions>{button}</div></form>"
        )

    def _summary(self, wrong: Mapping[str, str]) -> str:
        if not wrong or self.plan["errors"] == "inline":
            return ""
        items = "".join(f"<li>{escape(text)}</li>" for text in wrong.values())
        head = escape(self.view.words("error_summary"))
        return f'<div class="errors alert" role="alert"><p>{head}</p><ul>{items}</ul></div>'

    def _onward(self) -> str:
        return self.view.words("next" if self.plan["order"] == "next" else "continue")

    def _order_button(self) -> Html:
        key = {"law": "order_law", "next": "next"}.get(self.plan["order"], "order_plain")
        return self.view.markup.button(self.view.words(key), off=self.plan["order"] == "disabled")

    def _accordion(self, request: Request, screen: int, wrong: Mapping[str, str]) -> Html:
        """All sections; only the one that is next stands open."""
        parts = []
        for number, names in enumerate(self.screens):
            heading = self.view.markup.heading(f"{number + 1}. {sections.heading_of(self.view, names)}", 2)
            body = self._form(request, number, wrong if number == screen else {}) if number == screen else ""
            css = "section open" if body else "section"
            parts.append(f'<div class="{css}">{heading}<div class="section-body">{body}</div></div>')
        return join(parts)
