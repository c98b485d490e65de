"""The gate before a generated shop's checkout: who are you, and may you go on without an account?"""

from __future__ import annotations

from auditor.demo.templates import Html, escape, join
from auditor.demo.web import Request, Response, see_other
from benchmarks.generator.view import View


def show(view: View, request: Request, error: str = "") -> Response:
    """The page with the gate."""
    words, markup = view.words, view.markup
    complaint = Html(f'<p class="error" role="alert">{escape(error)}</p>' if error else "")
    match view.plan["gate"]:
        case "radio":
            inner = _radios(view)
        case "button":
            guest = Html(
                f'<form action="{view.checkout_path}/guest" method="post">'
                f"<p>{escape(words('guest_sentence'))}</p>"
                f"{markup.button(words('checkout' if view.plan.seed % 2 else 'continue'))}</form>"
            )
            register = Html(
                f"{markup.heading(words('register'), 2)}{markup.link(words('register'), '/register')}"
            )
            inner = Html(
                f'<div class="columns">{join((_login(view), Html(f"<div>{register}</div>"), guest))}</div>'
            )
        case "wall":
            inner = join((_login(view), markup.link(words("register"), "/register")))
        case _:
            inner = join(
                (_login(view), markup.link(words("guest"), f"{view.checkout_path}/guest", css="guest"))
            )
    body = join((markup.heading(words("who")), complaint, inner))
    return view.page(request, words("checkout_heading"), body, checkout=True)


def _login(view: View) -> Html:
    words, markup = view.words, view.markup
    email = markup.field(
        "email",
        words("email"),
        '<input type="text" name="login" {attributes}>',
        required=True,
        field_id="login",
    )
    secret = markup.field(
        "password",
        words("password"),
        '<input type="password" name="secret" {attributes}>',
        required=True,
        field_id="secret",
    )
    fields = markup.fields([email, secret])
    heading = markup.heading(words("login_heading"), 2)
    return Html(
        f'<form action="/login" method="post" novalidate>{heading}{fields}'
        f"{markup.button(words('login'))}</form>"
    )


def _radios(view: View) -> Html:
    words, markup = view.words, view.markup
    control = f'<input type="text" name="{markup.field_name("email")}" {{attributes}}>'
    email = markup.fields([markup.field("email", words("email"), control, required=True)])
    choices = (("guest", words("guest")), ("login", words("login")), ("register", words("register")))
    # Some shops have the guest chosen beforehand, others nothing.
    first = "guest" if view.plan.seed % 2 else ""
    radios = join(markup.radio("who", value, label, chosen=value == first) for value, label in choices)
    button = markup.button(words("continue"))
    return Html(
        f'<form action="{view.checkout_path}/guest" method="post" novalidate>{email}{radios}{button}</form>'
    )


def guest(view: View, request: Request) -> Response:
    """Through the gate as a guest, where that is offered."""
    if view.plan["gate"] == "wall":
        return see_other(view.checkout_path)
    if view.plan["gate"] == "radio":
        email = request.form.get(view.markup.field_name("email"), "")
        who = request.form.get("who", "")
        if who in ("login", "register"):
            return see_other(f"/{who}")
        if who != "guest":
            return show(view, request, view.words("error_choice"))
        if "@" not in email:
            return show(view, request, view.words("error_required", label=view.words("email")))
        request.session.checkout["email"] = email
    request.session.checkout["_guest"] = "1"
    return see_other(view.checkout_path)


def account_page(view: View, request: Request) -> Response:
    """The page of the login by itself; nobody has an account here."""
    body = join((view.markup.heading(view.words("login_heading")), _login(view)))
    return view.page(request, view.words("account"), body)


def refuse_login(view: View, request: Request) -> Response:
    """No login is ever right."""
    return view.text_page(request, view.words("login_heading"), view.words("error_summary"))
