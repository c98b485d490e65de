"""A wave.yaml is read whole, or refused with the place and the problem."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import Limits, Wave, load_wave, wave_template
from auditor.errors import ConfigError
from auditor.models import Shop

LEAST = """\
wave: 2026-11-autumn
shops:
  - name: Acme Outfitters
    url: https://shop.example/
"""

MOST = """\
wave: 2026-11-autumn
rubric: mine.yaml
workspace: ./data
pace: 1.5
identity: declared
allow_private_addresses: true
sources: [page, mailbox]
accounts: create
limits: {actions: 40, pages: 30, minutes: 2.5, megabytes: 50}
shops:
  - name: Acme Outfitters
    url: http://127.0.0.1:8001/
    country: no
    language: nb-NO
    peer_group: fashion
    look_for: [t-shirt, "1:30"]
"""


def load(tmp_path: Path, text: str | bytes) -> Wave:
    path = tmp_path / "wave.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return load_wave(path)


def refusal(tmp_path: Path, text: str | bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, text)
    return str(caught.value).replace(str(tmp_path) + "/", "")


def test_the_least_that_a_wave_needs(tmp_path: Path) -> None:
    wave = load(tmp_path, LEAST)
    assert wave.name == "2026-11-autumn"
    assert wave.shops == (Shop(name="Acme Outfitters", url="https://shop.example/"),)
    assert (wave.rubric, wave.pace, wave.sources, wave.limits) == ("standard", 0.8, ("page",), Limits())
    assert wave.workspace == tmp_path / "auditor-data"


def test_everything_that_a_wave_may_say(tmp_path: Path) -> None:
    wave = load(tmp_path, MOST)
    assert wave.rubric == str(tmp_path / "mine.yaml")
    assert wave.workspace == tmp_path / "data"
    assert wave.limits == Limits(actions=40, pages=30, minutes=2.5, megabytes=50)
    assert (wave.pace, wave.identity, wave.accounts) == (1.5, "declared", "create")
    (shop,) = wave.shops
    assert shop.country == "NO"
    assert shop.look_for == ("t-shirt", "1:30")


SHOP = "  - name: Acme Outfitters\n    url: https://shop.example/\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "    url",
            "    ulr",
            "wave.yaml:4:5: shops[0].ulr: unknown key 'ulr'; did you mean 'url'?",
            id="mistyped key",
        ),
        pytest.param(
            "https://shop.example/",
            "ftp://shop.example/",
            "wave.yaml:4:10: shops[0].url: 'ftp://shop.example/' is not an http(s)",
            id="scheme",
        ),
        pytest.param("https://shop.example/", "shop.example", "is not an http(s) address", id="no scheme"),
        pytest.param("https://shop.example/", "https://", "is not an address", id="no host"),
        pytest.param("https://shop.example/", "https://shop.example:99999/", "is not an address", id="port"),
        pytest.param(
            "https://shop.example/", "https://me:pw@shop.example/", "passwords do not belong", id="password"
        ),
        pytest.param("https://shop.example/", "http://localhost:8000/", "private network", id="localhost"),
        pytest.param("https://shop.example/", "http://0x7f.1/", "private network", id="hidden loopback"),
        pytest.param(
            "https://shop.example/", "http://[::ffff:10.0.0.1]/", "private network", id="mapped address"
        ),
        pytest.param("https://shop.example/", "http://169.254.169.254/", "private network", id="link-local"),
        pytest.param(
            "    url: https://shop.example/\n", "", "wave.yaml:3:5: shops[0].url: is missing", id="missing"
        ),
        pytest.param(
            "Acme Outfitters", "2026", 'shops[0].name: must be text; write it in quotes: "2026"', id="number"
        ),
        pytest.param("Acme Outfitters", '"  "', "shops[0].name: must not be empty", id="blank"),
        pytest.param("Acme Outfitters", '"a\\nb"', "shops[0].name: must be one line", id="two lines"),
        pytest.param(
            "2026-11-autumn",
            "autumn/2026",
            "wave.yaml:1:7: wave: 'autumn/2026' cannot name a folder",
            id="folder",
        ),
        pytest.param("2026-11-autumn", "..", "cannot name a folder", id="parent folder"),
        pytest.param("shops:", "pace: -1\nshops:", "pace: must be at least 0, not -1", id="pace"),
        pytest.param(
            "shops:", "pace: .inf\nshops:", "wave.yaml:2:7: .inf is not a number", id="endless pace"
        ),
        pytest.param(
            "shops:", "pace: 0\nshops:", "pace: 0 is only for shops on your own machine", id="no pace"
        ),
        pytest.param(
            "shops:", "pace: fast\nshops:", "pace: must be a number, not 'fast'", id="word for number"
        ),
        pytest.param("shops:", "limits: {pages: 0}\nshops:", "limits.pages: must be above 0", id="limit"),
        pytest.param("shops:", "limits: 5\nshops:", "limits: must hold entries of its own", id="block"),
        pytest.param(
            "shops:", "identity: costumer\nshops:", "not 'costumer'; did you mean 'customer'?", id="identity"
        ),
        pytest.param("shops:", "sources: [pages]\nshops:", "sources[0]: must be 'page'", id="source"),
        pytest.param("shops:", "sources: page\nshops:", "sources: must be a list, not 'page'", id="list"),
        pytest.param("shops:", "accounts: sometimes\nshops:", "accounts: must be", id="accounts"),
        pytest.param(
            "shops:", "allow_private_addresses: yes\nshops:", "must be true or false, not 'yes'", id="yes"
        ),
        pytest.param(
            SHOP,
            SHOP + "    country: UK\n",
            "'UK' is no ISO 3166 country code (two letters, such as DE); did you mean GB?",
            id="UK",
        ),
        pytest.param(SHOP, SHOP + "    country: Germany\n", "is no ISO 3166 country code", id="country name"),
        pytest.param(SHOP, SHOP + "    language: german\n", "is no BCP 47 language tag", id="language name"),
        pytest.param(
            SHOP,
            SHOP + SHOP,
            "wave.yaml:5:11: shops[1].name: 'Acme Outfitters' is there already; shops[0] has it",
            id="twice",
        ),
        pytest.param(
            SHOP,
            SHOP + SHOP.replace("Acme O", "ACME, o"),
            "gets the same folder as 'Acme Outfitters'",
            id="same folder",
        ),
        pytest.param(LEAST, "wave: x\nshops: []\n", "wave.yaml:2:8: shops: must not be empty", id="no shops"),
        pytest.param(LEAST, "- wave\n", "must hold entries of its own", id="a list"),
        pytest.param(LEAST, "", "wave.yaml: the file is empty", id="empty"),
        pytest.param(
            "shops:",
            "wave: again\nshops:",
            "wave.yaml:2:1: 'wave' is given twice; first on line 1",
            id="key twice",
        ),
        pytest.param("    url", "\turl", "wave.yaml:4:1: a tab stands here; YAML wants spaces", id="tab"),
        pytest.param(LEAST, "wave: [", "not readable as YAML", id="no YAML"),
        pytest.param(LEAST, LEAST + "---\na: b\n", "a second document begins", id="two documents"),
        pytest.param("2026-11-autumn", "!!python/object:os.system x", "is not used here", id="tag"),
        pytest.param("2026-11-autumn", "&a [*a]", "nested too deeply", id="endless alias"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in LEAST
    assert said in refusal(tmp_path, LEAST.replace(old, new))


def test_several_problems_are_counted(tmp_path: Path) -> None:
    said = refusal(tmp_path, LEAST.replace("shops:", "pace: x\nidentity: y\nshops:"))
    assert said == "wave.yaml:2:7: pace: must be a number, not 'x' (the first of 2 problems)"


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"wave: a\nshops: \xff") == "wave.yaml:2: is not UTF-8 text"


def test_expanding_aliases_are_refused_at_once(tmp_path: Path) -> None:
    bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    bomb += "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    assert "aliases expand to too much" in refusal(tmp_path, bomb)


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    assert refusal(tmp_path, "#" * 1_000_001) == "wave.yaml: the file is larger than 1 MB"


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    assert "nested too deeply" in refusal(tmp_path, "a: " + "[" * 50_000)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="there is no such file"):
        load_wave(tmp_path / "none.yaml")


def test_no_pace_is_allowed_for_own_shops(tmp_path: Path) -> None:
    own = LEAST.replace("https://shop.example/", "http://127.0.0.1:8001/")
    assert load(tmp_path, own.replace("shops:", "pace: 0\nallow_private_addresses: true\nshops:")).pace == 0


def test_one_strangers_shop_forbids_no_pace(tmp_path: Path) -> None:
    both = LEAST + "  - name: Own\n    url: http://127.0.0.1:8001/\n"
    unpaced = both.replace("shops:", "pace: 0\nallow_private_addresses: true\nshops:")
    assert "pace: 0 is only" in refusal(tmp_path, unpaced)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    assert load(tmp_path, b"\xef\xbb\xbf" + LEAST.encode()).name == "2026-11-autumn"


def test_the_template_is_a_wave_that_says_the_same(tmp_path: Path) -> None:
    shops = (
        Shop(name='Łódź "Mode": #1', url="https://shop.example/a?b=1", country="NO", look_for=("hat", "yes")),
        Shop(name="2026", url="http://10.0.0.1/", language="nb", peer_group="- a"),
    )
    wave = load(tmp_path, wave_template("2026-11", shops, pace=0.8, allow_private_addresses=True))
    assert wave.shops == shops
    assert wave.name == "2026-11"


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("127.0.0.1", True), ("127.1", True), ("2130706433", True), ("10.1.2.3", True), ("::1", True),
        ("[::1]", True), ("fe80::1%eth0", True), ("::ffff:192.168.0.1", True), ("64:ff9b::a00:1", True),
        ("100.64.0.1", True), ("0.0.0.0", True), ("shop.localhost", True), ("LOCALHOST.", True),
        ("8.8.8.8", False), ("2606:4700::1111", False), ("shop.example", False), ("127.shop.example", False),
        ("müller.example", False),
    ],
)  # fmt: skip
def test_private_addresses_are_known_in_every_spelling(host: str, private: bool) -> None:
    from auditor.addresses import is_private_host

    assert is_private_host(host) is private
