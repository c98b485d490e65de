"""Accounts, chats, contact forms and addresses on whole pages."""

from __future__ import annotations

import pytest

from auditor.lexicon import load_lexicon
from auditor.pages.static import snapshot_from_html
from auditor.reading.contacts import read_chat, read_contact_form, read_emails, read_socials
from auditor.reading.socials import social_of
from auditor.snapshot import Snapshot

SHOP = "https://shop.example/"


def _page(body: str, head: str = "") -> Snapshot:
    return snapshot_from_html(f"<html lang=en><head>{head}</head><body>{body}</body></html>", SHOP)


@pytest.mark.parametrize(
    ("url", "network"),
    [
        ("https://www.instagram.com/kettleshop/", "instagram"),
        ("https://de-de.facebook.com/kettleshop", "facebook"),
        ("https://www.facebook.com/profile.php?id=1000123", "facebook"),
        ("https://x.com/kettleshop", "x"),
        ("https://www.youtube.com/@kettleshop", "youtube"),
        ("https://www.youtube.com/channel/UC123456", "youtube"),
        ("https://www.pinterest.de/kettleshop/", "pinterest"),
        ("https://www.linkedin.com/company/kettle", "linkedin"),
        ("https://wa.me/4915112345678", "whatsapp"),
        ("https://api.whatsapp.com/send?phone=4915112345678", "whatsapp"),
        ("https://t.me/kettleshop", "telegram"),
        ("viber://chat?number=%2B381601234567", "viber"),
        ("https://vk.com/kettleshop", "vk"),
        ("https://www.facebook.com/sharer/sharer.php?u=https://shop.example/", None),
        ("https://twitter.com/intent/tweet?text=x", None),
        ("https://x.com/share?url=x", None),
        ("https://pinterest.com/pin/create/button/?url=x", None),
        ("https://api.whatsapp.com/send?text=look", None),
        ("https://t.me/share/url?url=x", None),
        ("https://www.linkedin.com/shareArticle?url=x", None),
        ("https://www.instagram.com/", None),
        ("https://www.facebook.com/shopify", None),
        ("https://www.instagram.com/p/Cabc123/", None),
        ("https://www.youtube.com/watch?v=abc", None),
        ("https://shop.example/facebook", None),
        ("https://notfacebook.com/kettle", None),
        ("http://[broken", None),
    ],
)
def test_an_account_is_told_from_a_share_button(url: str, network: str | None) -> None:
    found = social_of(url, SHOP)
    assert (found[0] if found else None) == network


def test_messengers_stand_apart_and_each_network_counts_once() -> None:
    page = _page(
        "<main><a href='https://instagram.com/someone_else'>photo</a></main>"
        "<footer><a href='https://instagram.com/kettleshop'>Instagram</a><a href='https://wa.me/447400123456'>Chat</a></footer>"
    )
    found = read_socials(page, SHOP)
    assert [(s.network, s.messenger) for s in found] == [("instagram", False), ("whatsapp", True)]
    assert found[0].url.endswith("kettleshop")


def test_accounts_are_read_from_the_shops_data() -> None:
    data = '<script type="application/ld+json">{"@type":"OnlineStore","sameAs":["https://tiktok.com/@kettle"]}</script>'
    assert [s.network for s in read_socials(_page("", data), SHOP)] == ["tiktok"]


def test_a_chat_button_is_a_chat() -> None:
    page = _page("<button class='chat-widget' aria-label='Live chat'>Live chat</button>")
    assert read_chat(page, load_lexicon("en")).value is True


def test_a_link_to_contact_is_no_chat() -> None:
    page = _page("<a href='/contact'>Contact</a><a href='/help'>Need help?</a>")
    assert read_chat(page, load_lexicon("en")).value is False


def test_a_script_alone_is_not_known_to_show_a_chat() -> None:
    found = read_chat(
        _page("", "<script src='https://embed.tawk.to/1/default'></script>"), load_lexicon("en")
    )
    assert found.value is None
    assert found.quote == "https://embed.tawk.to/1/default"


FORM = (
    "<form action='/send'><label>E-mail <input type=email name=email></label>{}<button>Send</button></form>"
)


def test_a_form_with_message_and_address_is_a_contact_form() -> None:
    page = _page(FORM.format("<label>Message <textarea name=message></textarea></label>"))
    assert read_contact_form(page, load_lexicon("en")).value is True


def test_a_newsletter_form_is_none() -> None:
    assert read_contact_form(_page(FORM.format("")), load_lexicon("en")).value is False


def test_a_review_form_is_none() -> None:
    page = _page(FORM.replace("/send", "/review").format("<label>Your review <textarea></textarea></label>"))
    assert read_contact_form(page, load_lexicon("en")).value is False


def test_an_address_comes_from_link_text_and_data_once() -> None:
    page = _page("<p>Write to help@kettle.shop</p><a href='mailto:Help@kettle.shop?subject=x'>Mail us</a>")
    found = read_emails(page)
    assert [e.address for e in found] == ["help@kettle.shop"]
    assert found[0].quote == "Mail us"
