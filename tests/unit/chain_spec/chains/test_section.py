"""Typed access to a JSON object: the accepted values, and the positions in errors."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import ChainSpecError
from chain_spec.chains.section import Section
from chain_spec.features import Feature
from chain_spec.profile import Profile


def section(**values: Any) -> Section:
    return Section("mine.json", "btsdk.blocks", values)


def test_what_is_there_is_given() -> None:
    found = section(name="x", most=3, every=2, profile="fast", features=["pow", "faucet"])
    assert found.text("name") == "x"
    assert found.count("most") == 3
    assert found.seconds("every") == 2.0
    assert found.choice("profile", Profile) is Profile.FAST
    assert found.choices("features", Feature) == [Feature.POW, Feature.FAUCET]


def test_what_is_not_there() -> None:
    found = section(nothing=None)
    assert found.text("name", "x") == "x"
    assert found.count("most") is found.count("nothing") is None
    assert found.seconds("every") is found.seconds("nothing") is None
    assert found.choices("features", Feature) == []
    assert found.part("inner", {}).value == {}


def test_an_inner_object_knows_its_place() -> None:
    inner = section(a={"b": {}}).part("a").part("b")
    with pytest.raises(ChainSpecError) as caught:
        inner.text("name")
    assert caught.value.place == "btsdk.blocks.a.b.name"
    top = Section("mine.json", "", {})
    assert top.error("name", "is missing").place == "name"


@given(st.one_of(st.integers(max_value=0), st.booleans(), st.floats(), st.text(), st.just([])))
def test_a_count_is_a_positive_integer(value: Any) -> None:
    with pytest.raises(ChainSpecError, match="positive integer"):
        section(most=value).count("most")


@pytest.mark.parametrize("value", [0, -1.5, True, "3", [], float("nan")])
def test_seconds_are_a_positive_number(value: Any) -> None:
    with pytest.raises(ChainSpecError, match="positive number of seconds"):
        section(every=value).seconds("every")


@pytest.mark.parametrize("value", [None, [], "x", 3])
def test_what_is_no_object_is_refused(value: Any) -> None:
    with pytest.raises(ChainSpecError, match="expected an object"):
        Section("mine.json", "", value)


def test_a_hint_comes_along() -> None:
    with pytest.raises(ChainSpecError) as caught:
        section().part("inner", hint="Add it.")
    assert caught.value.hint == "Add it."
