"""What lies over a page, and what sends it away: refusing before accepting, closing before hiding."""

from __future__ import annotations

import pytest
from small_pages import control, lexicon, screen

from auditor.pages.overlays import find_overlays
from auditor.snapshot import Control, Dialog, Snapshot

EN = lexicon("en")

COOKIES = "We use cookies to make this shop work and for advertising."


def over(text: str, *names: str | Control, covers: float = 0.3, **known: object) -> Snapshot:
    """A page over which one thing lies, with these controls in it."""
    inside = [n if isinstance(n, Control) else control(name=n) for n in names]
    from dataclasses import replace

    dialog = Dialog(**{"i": 0, "role": "dialog", "text": text, "covers": covers, **known})  # type: ignore[arg-type]
    return screen(*(replace(c, dialog=0) for c in inside), control(name="Checkout"), dialogs=(dialog,))


def answered(page: Snapshot, language: str = "en") -> tuple[str, str]:
    """Kind of the only overlay, and the words that send it away."""
    (overlay,) = find_overlays(page, lexicon(language))
    return overlay.kind, overlay.way_out[0].words


@pytest.mark.parametrize(
    ("language", "text", "reject", "accept"),
    [
        ("en", COOKIES, "Reject all", "Accept all"),
        ("en", COOKIES, "Only necessary", "Accept all cookies"),
        ("de", "Wir verwenden Cookies.", "Alle ablehnen", "Alle akzeptieren"),
        ("fr", "Nous utilisons des cookies.", "Tout refuser", "Tout accepter"),
        ("es", "Utilizamos cookies.", "Rechazar todo", "Aceptar todo"),
        ("it", "Utilizziamo i cookie.", "Rifiuta tutto", "Accetta tutto"),
        ("pl", "Używamy plików cookie.", "Odrzuć wszystkie", "Zaakceptuj wszystkie"),
        ("nl", "Wij gebruiken cookies.", "Alles weigeren", "Alles accepteren"),
        ("lt", "Naudojame slapukus.", "Atmesti", "Sutinku"),
        ("ru", "Мы используем файлы cookie.", "Отклонить все", "Принять все"),
        ("tr", "Çerezleri kullanıyoruz.", "Tümünü reddet", "Tümünü kabul et"),
    ],
)
def test_consent_is_refused_where_it_can_be_wherever_the_button_stands(language, text, reject, accept):
    assert answered(over(text, accept, reject), language) == ("consent", reject)
    assert answered(over(text, reject, accept), language) == ("consent", reject)


def test_consent_is_saved_as_it_is_before_everything_is_accepted():
    page = over(COOKIES, "Accept all", "Save preferences", "Settings")
    assert answered(page) == ("consent", "Save preferences")


def test_where_there_is_no_other_way_consent_is_given():
    assert answered(over(COOKIES, "Accept", "Learn more")) == ("consent", "Accept")


NEWSLETTER = "Subscribe to our newsletter and get 10% off your first order"
EMAIL = Control(i=0, tag="input", role="textbox", type="email", name="Your email")


def test_a_newsletter_is_closed_and_never_sent():
    page = over(NEWSLETTER, EMAIL, control(name="Subscribe", submits=True), "No thanks")
    assert answered(page) == ("newsletter", "No thanks")


def test_a_cross_without_words_closes_too():
    cross = control(name="×", tokens="popup close")
    assert answered(over(NEWSLETTER, EMAIL, cross))[0] == "newsletter"


def test_a_newsletter_that_can_only_be_sent_is_left_alone():
    page = over(NEWSLETTER, EMAIL, control(name="Subscribe", submits=True))
    assert find_overlays(page, EN) == ()


@pytest.mark.parametrize(
    ("language", "text", "yes"),
    [
        ("en", "You must be 18 to enter. Are you over 18?", "Yes"),
        ("en", "Please verify your age", "I am over 18"),
        ("de", "Sind Sie über 18 Jahre alt?", "Ja"),
        ("fr", "Avez-vous plus de 18 ans ?", "Oui"),
    ],
)
def test_an_age_gate_is_answered_as_a_grown_up(language, text, yes):
    assert answered(over(text, "Exit", yes, covers=1.0), language) == ("age", yes)


def test_a_question_of_country_is_answered_by_staying():
    text = "It looks like you are in Germany. Choose your country."
    assert answered(over(text, "Go to the German shop", "Stay here"))[0] == "geo"
    assert answered(over(text, "Go to the German shop", "Stay here"))[1] == "Stay here"


def test_an_advert_for_an_app_is_dismissed():
    page = over("Get the app for the best deals", "Open in app", "Not now")
    assert answered(page) == ("app", "Not now")


@pytest.mark.parametrize(
    "page",
    [
        over("Your cart. Copper kettle £49.00. Subtotal £49.00", "Checkout", "View cart", "Close"),
        over("Copper kettle was added to your cart", "View cart", "Continue shopping", "×"),
        over("What are you looking for?", Control(i=0, tag="input", role="searchbox"), "Close"),
        over("Chat with us", "Close", tokens="chat widget", covers=0.1),
        over("Menu", role="", covers=0.01),
        over("", "Close"),
    ],
    ids=["drawer", "added", "search", "chat", "without controls", "without words"],
)
def test_what_the_shop_needs_to_work_is_no_overlay(page):
    assert find_overlays(page, EN) == ()


def test_a_cart_drawer_that_speaks_of_cookies_is_a_consent_wall_all_the_same():
    page = over(f"{COOKIES} Your cart stays as it is.", "Accept", "Reject", "View cart")
    assert answered(page)[0] == "consent"


def test_something_large_without_known_words_is_closed():
    assert answered(over("Our summer fair begins on Friday", "Close", covers=0.6)) == ("other", "Close")


def test_something_small_without_a_role_is_no_overlay():
    assert find_overlays(over("Free delivery today", "Close", role="", covers=0.05), EN) == ()


def test_nothing_that_orders_or_buys_is_a_way_out():
    page = over("Last step", "Place order", "Add to cart", covers=0.9, modal=True)
    assert find_overlays(page, EN) == ()


def test_what_lies_on_top_comes_last():
    low, high = control(name="Accept", dialog=0), control(name="Close", dialog=1)
    dialogs = (
        Dialog(i=0, text=COOKIES, covers=0.2),
        Dialog(i=1, text="Our fair", role="dialog", modal=True, covers=0.5),
    )
    assert [o.kind for o in find_overlays(screen(low, high, dialogs=dialogs), EN)] == ["consent", "other"]
