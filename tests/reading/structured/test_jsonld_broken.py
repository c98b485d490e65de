"""JSON-LD as shops write it: whatever is broken, the rest is read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.structured import of_type, read_jsonld, text_of, types_of

GOOD = '{"@type":"Product","name":"Cup"}'


@pytest.mark.parametrize(
    "block",
    [
        '{"@type":"Product","name":"Cup",}',
        '[{"@type":"Product","name":"Cup"},]',
        '{"@type":"Product", // the name\n"name":"Cup"}',
        '{"@type":"Product",/* note: "x" */"name":"Cup"}',
        '//<![CDATA[\n{"@type":"Product","name":"Cup"}\n//]]>',
        '<!--\n{"@type":"Product","name":"Cup"}\n-->',
        '{"@type":"Product","name":"Cup"};',
        '\ufeff{"@type":"Product","name":"Cup"}',
        '{"@type":"Product","name":"C\tup"}'.replace("C\tup", "Cup\n"),
        "{&quot;@type&quot;:&quot;Product&quot;,&quot;name&quot;:&quot;Cup&quot;}",
        '{"@context":"https://schema.org","@graph":[{"@type":"Product","name":"Cup"}]}',
        '{"@type":"Offer"}{"@type":"Product","name":"Cup"}',
        '{"@type":["Thing","http://schema.org/Product"],"name":"Cup"}',
        '{"@type":"Product","name":"Cup"} , {"@type":"Broken", "name": ',
        '{"@type":"WebPage","mainEntity":{"@type":"Product","name":"Cup"}}',
    ],
)
def test_a_broken_block_still_gives_its_product(block: str) -> None:
    found = of_type(read_jsonld((block,)), "Product")
    assert [text_of(node, "name") for node in found] == ["Cup"]


@pytest.mark.parametrize(
    "bad", ["{", "not json", "", "[[[[", '{"@type":', "null", "12", '"text"', "{" * 50_000, "[" * 50_000]
)
def test_one_bad_block_never_loses_the_rest(bad: str) -> None:
    assert of_type(read_jsonld((bad, GOOD, bad)), "Product")


def test_addresses_within_strings_are_no_comments() -> None:
    (node,) = read_jsonld(('{"@type":"Product","url":"https://shop.example/a",}',))
    assert node["url"] == "https://shop.example/a"


def test_a_number_of_thousands_of_digits_is_survived() -> None:
    assert of_type(read_jsonld(('{"@type":"Offer","price":' + "9" * 6_000 + "}", GOOD)), "Product")


@pytest.mark.parametrize("value", [None, 3, [], [None], {"a": 1}, "", ["Product", 4]])
def test_a_type_of_any_kind_is_survived(value: Any) -> None:
    assert isinstance(types_of({"@type": value}), tuple)


@given(
    st.lists(st.text(max_size=60) | st.sampled_from([GOOD, "{", "}", ",", "//", "/*", '"', "\\"]), max_size=8)
)
def test_no_text_makes_it_fail(parts: list[str]) -> None:
    read_jsonld(("".join(parts), GOOD))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=9),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
        max_leaves=12,
    )
)
def test_sound_objects_come_back_as_they_are(value: Any) -> None:
    node = {"@type": "Thing", "value": value}
    assert read_jsonld((json.dumps(node),)) == (node,)
