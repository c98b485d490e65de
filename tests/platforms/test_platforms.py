"""Shop software is named where its marks are plain, and nowhere else."""

from __future__ import annotations

from pathlib import Path
from urllib.request import ProxyHandler, build_opener

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.demo import serve
from auditor.errors import ConfigError
from auditor.pages.static import snapshot_from_html
from auditor.platforms import ENOUGH, detect_platform, load_fingerprint, load_fingerprints
from auditor.snapshot import Control, Form, Snapshot

URL = "https://shop.example/"


def named(head: str = "", body: str = "<p>Kettles</p>") -> str:
    """The id of the platform of a small page; empty when none is named."""
    page = snapshot_from_html(f"<html><head>{head}</head><body>{body}</body></html>", URL)
    found = detect_platform(page)
    return found.id if found else ""


def script(address: str) -> str:
    return f"<script src='{address}'></script>"


def generator(words: str) -> str:
    return f"<meta name=generator content='{words}'>"


HEADS = [
    ("woocommerce", generator("WooCommerce 10.3.0")),
    ("woocommerce", script("/wp-content/plugins/woocommerce/assets/js/frontend/cart.min.js?ver=10")),
    ("shopify", script("//cdn.shopify.com/s/files/1/0001/t/3/assets/theme.js")),
    ("shopify", script("/cdn/shop/t/3/assets/theme.js")),
    ("shopify", "<meta name='shopify-digital-wallet' content='/1/digital_wallets/dialog'>"),
    ("prestashop", generator("PrestaShop")),
    ("prestashop", script("/modules/ps_shoppingcart/ps_shoppingcart.js")),
    ("magento", script("/static/version1700000000/frontend/Magento/luma/en_US/requirejs/require.js")),
    ("opencart", script("/catalog/view/javascript/common.js")),
    ("shopware", script("/theme/0123456789abcdef0123456789abcdef/js/storefront/storefront.js")),
    ("bigcommerce", script("https://cdn11.bigcommerce.com/s-abc/stencil/x/dist/theme-bundle.main.js")),
    ("squarespace", script("https://assets.squarespace.com/universal/scripts-compressed/x.js")),
    ("wix", generator("Wix.com Website Builder")),
    ("salesforce", script("/on/demandware.static/Sites-X-Site/-/default/v1/js/main.js")),
    ("sap", script("/_ui/responsive/common/js/acc.global.js")),
    ("bitrix", script("/bitrix/js/main/core/core.min.js?1")),
    ("cafe24", script("//img.echosting.cafe24.com/js/libs/jquery.js")),
    ("tiendanube", script("//acdn-us.mitiendanube.com/stores/001/001/themes/x/main.js")),
    ("shoptet", script("https://cdn.myshoptet.com/prj/dist/master/shop/dist/main.js")),
    ("ecwid", script("https://app.ecwid.com/script.js?1003&data_platform=code")),
    ("sylius", script("/bundles/syliusshop/js/app.js")),
    ("spree", script("/assets/spree/frontend/all-1.js")),
    ("saleor", script("https://demo.eu.saleor.cloud/x.js")),
    ("zencart", generator("shopping cart program by Zen Cart, eCommerce")),
    ("odoo", generator("Odoo")),
    ("jtl", generator("JTL-Shop 5")),
    ("gambio", generator("(c) by Gambio, http://www.gambio.de")),
    ("plentymarkets", script("https://cdn02.plentymarkets.com/abc/plugin/7/ceres/js/dist/ceres.min.js")),
    ("lightspeed", script("https://cdn.webshopapp.com/assets/gui.js")),
    ("idosell", script("/gfx/pol/projector.js.gzip?r=1")),
    ("shoper", script("https://dcsaascdn.net/js/shop.js")),
    ("oxid", generator("OXID eShop")),
    ("nopcommerce", generator("nopCommerce")),
]  # fmt: skip


@pytest.mark.parametrize(("platform", "head"), HEADS, ids=[f"{p}-{n}" for n, (p, _) in enumerate(HEADS)])
def test_a_platform_is_named_by_what_its_pages_load_or_declare(platform, head):
    assert named(head) == platform


BODIES = [
    ("woocommerce", "<div class='woocommerce'><a href='/?add-to-cart=7' class='button'>Add</a></div>"),
    ("prestashop", "<div class=js-product-miniature><a href='/?controller=cart&add=1'>Add</a></div>"),
    ("opencart", "<a href='/index.php?route=product/product&product_id=40'>Kettle</a>"),
    ("magento", "<a href='/catalogsearch/advanced/'>Advanced</a><a href='/customer/account/login/'>In</a>"
     "<button class='action tocart primary'>Add</button>"),
    ("cafe24", "<div class='xans-element- xans-layout'><a href='/order/basket.html'>장바구니</a></div>"),
    ("zencart", "<a href='/index.php?main_page=shopping_cart'>Cart</a>"),
    ("odoo", "<div class='oe_website_sale'><a href='/shop/cart'>Cart</a></div>"),
    ("salesforce", "<a href='/on/demandware.store/Sites-X-Site/en/Cart-Show'>Bag</a>"),
    ("oxid", "<a href='/index.php?cl=basket'>Cart</a><a href='/index.php?cl=details&fnc=tobasket'>Add</a>"),
]  # fmt: skip


@pytest.mark.parametrize(("platform", "body"), BODIES, ids=[p for p, _ in BODIES])
def test_a_platform_is_named_by_its_addresses_and_names_alone(platform, body):
    assert named(body=body) == platform


@pytest.mark.parametrize(
    "body",
    [
        "<a href='/cart'>Cart</a><a href='/checkout'>Checkout</a>",
        "<a href='/collections/kettles/products/copper'>Copper kettle</a>",
        "<p>We moved from Shopify to WooCommerce and Magento last year.</p>",
        "<button class='add-to-cart'>Add to cart</button>",
        "<a href='https://other.example/index.php?route=common/home'>Friends</a>",
        "<a href='/kosik/'>Košík</a>",
        "<div class='product-miniature'>Small</div>",
        "",
    ],
)
def test_one_weak_sign_names_nothing(body):
    assert named(body=body) == ""


def test_two_platforms_at_once_name_neither():
    both = script("https://app.ecwid.com/script.js?1") + generator("Wix.com Website Builder")
    assert named(both) == ""


def test_more_signs_make_surer_and_every_sign_is_told():
    head = generator("WooCommerce 10.3.0") + script("/wp-content/plugins/woocommerce/a.js")
    page = snapshot_from_html(f"<head>{head}</head><body><div class=woocommerce>x</div></body>", URL)
    found = detect_platform(page)
    assert found is not None
    assert [r.feature for r in found.reasons] == ["generator", "script", "tokens"]
    assert found.confidence > 0.95
    assert "WooCommerce 10.3.0" in {r.because for r in found.reasons}


def test_a_platform_brings_its_usual_addresses():
    found = detect_platform(snapshot_from_html(f"<head>{generator('nopCommerce')}</head>", URL))
    assert found is not None
    assert found.hints.cart == ("/cart",)
    assert found.hints.search.format(query="kettle") == "/search?q=kettle"


def test_the_demo_shops_are_nobodys_software(tmp_path: Path):
    opener = build_opener(ProxyHandler({}))
    with serve(tmp_path) as shops:
        for shop in shops.shops:
            html = opener.open(shop.url, timeout=10).read()
            page = snapshot_from_html(html, shop.url)
            paths = {c.href for c in page.controls if c.href.startswith(shop.url)}
            for address in sorted(paths)[:12]:
                try:
                    inner = opener.open(address, timeout=10).read()
                except OSError:
                    continue
                assert detect_platform(snapshot_from_html(inner, address)) is None, address
            assert detect_platform(page) is None


# --- the files ---


@pytest.mark.parametrize("platform", sorted(load_fingerprints()))
def test_every_file_can_name_its_platform_and_gives_addresses_of_the_shops_own(platform):
    entry = load_fingerprints()[platform]
    doubt = 1.0
    for sign in entry.signs:
        doubt *= 1 - sign.weight
    assert 1 - doubt >= ENOUGH
    for address in (*entry.hints.cart, *entry.hints.checkout):
        assert address.startswith(("/", "#!/"))
    assert not entry.hints.search or "{query}" in entry.hints.search


def test_names_are_told_apart():
    names = [entry.name for entry in load_fingerprints().values()]
    assert len(set(names)) == len(names) >= 25


GOOD = "name: X\nsigns:\n  - {where: script, says: '/x/', weight: 0.9}\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (GOOD.replace("name", "nme"), "nme"),
        (GOOD.replace("script", "cookie"), "cookie"),
        (GOOD.replace("'/x/'", "'('"), "no regular expression"),
        (GOOD.replace("0.9", "1.5"), "weight"),
        (GOOD.replace("0.9", "'much'"), "weight"),
        ("name: X\nsigns: []\n", "must not be empty"),
        ("name: X\n", "signs"),
        (GOOD + "hints: {basket: [/b]}\n", "basket"),
        ("- a list\n", "hold entries"),
    ],
    ids=[
        "key",
        "place",
        "pattern",
        "too sure",
        "no number",
        "no signs",
        "signs left out",
        "hint",
        "no entries",
    ],
)
def test_a_wrong_file_says_where(tmp_path, text, words):
    file = tmp_path / "x.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"x\.yaml") as refused:
        load_fingerprint(file)
    assert words in str(refused.value)


def test_a_right_file_is_read(tmp_path):
    file = tmp_path / "x.yaml"
    file.write_text(GOOD, encoding="utf-8")
    assert load_fingerprint(file).signs[0].weight == 0.9


# --- whatever a page holds ---

ODD = st.one_of(
    st.text(max_size=30), st.sampled_from(["http://[", "https://shop.example/?route=", "//", "#!/"])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ODD, max_size=6), st.lists(ODD, max_size=6))
def test_no_page_makes_it_raise_and_only_sure_answers_are_given(addresses, words):
    page = Snapshot(
        url=URL,
        meta=tuple((w, w) for w in words),
        scripts=tuple(addresses),
        forms=tuple(Form(action=a, tokens=w) for a, w in zip(addresses, words, strict=False)),
        controls=tuple(Control(i=n, tag="a", role="link", href=a, tokens=a) for n, a in enumerate(addresses)),
    )
    found = detect_platform(page)
    assert found is None or found.confidence >= ENOUGH
