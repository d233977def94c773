"""Declarations: what items know of themselves, and what a pallet collects."""

from __future__ import annotations

import pytest

from chain_spec.declare import (
    Api,
    Call,
    Constant,
    Error,
    Event,
    FromInterface,
    Map,
    Method,
    Pallet,
    Value,
    identity,
    twox_64_concat,
)
from chain_spec.features import Feature
from chain_spec.pallets import balances, subtensor, system
from chain_spec.profile import Profile, if_feature, prod_or_fast
from chain_spec.types import Bytes, Option, Vec, u16, u32


class storage:
    Period = Value(u16, default=prod_or_fast(360, 10))
    Names = Map(identity(u16), Vec(Bytes), default=[b"one"])
    Maybe = Map((twox_64_concat(u16), identity(u32)), u16, optional=True)
    Explicit = Value(Option(u16))
    Limit = Value(u16, default=if_feature(Feature.FAUCET, 0, 7))


PLAIN: frozenset[Feature] = frozenset()


class calls:
    second = Call(2)
    first = Call(1, from_=u16)


class errors:
    Wrong = Error(0, "It was wrong.")


PALLET = Pallet("Example", 77, crate="example", storage=storage, calls=calls, errors=errors)


def test_items_know_their_names_and_their_pallet() -> None:
    assert storage.Period.full_name == "Example.Period"
    assert errors.Wrong.pallet_index == 77
    assert (errors.Wrong.name, errors.Wrong.docs) == ("Wrong", "It was wrong.")
    assert balances.calls.transfer_keep_alive.full_name == "Balances.transfer_keep_alive"
    assert subtensor.storage.SubnetTAO.pallet_name == "SubtensorModule"


def test_items_are_collected_in_the_order_they_are_written() -> None:
    assert list(PALLET.calls) == ["second", "first"]
    assert list(PALLET.storage) == ["Period", "Names", "Maybe", "Explicit", "Limit"]
    assert not PALLET.events


def test_a_keyword_is_written_with_an_underscore() -> None:
    assert list(calls.first.args) == ["from"]
    event = Event(0, from_=u16)
    assert event.fields[0].name == "from"


def test_an_item_belongs_to_one_pallet() -> None:
    with pytest.raises(TypeError, match="already belongs"):
        Pallet("Other", 78, crate="other", storage=storage)


def test_defaults_follow_the_build() -> None:
    assert storage.Period.default(Profile.SLOW, PLAIN) == 360
    assert storage.Period.default(Profile.FAST, PLAIN) == 10
    assert storage.Maybe.default(Profile.SLOW, PLAIN) is None
    assert storage.Explicit.default(Profile.SLOW, PLAIN) is None


def test_a_default_may_follow_a_feature() -> None:
    for profile in Profile:
        assert storage.Limit.default(profile, PLAIN) == 7
        assert storage.Limit.default(profile, frozenset({Feature.POW})) == 7
        assert storage.Limit.default(profile, frozenset({Feature.FAUCET, Feature.POW})) == 0


def test_a_default_is_a_fresh_copy() -> None:
    storage.Names.default(Profile.SLOW, PLAIN).append(b"two")
    assert storage.Names.default(Profile.SLOW, PLAIN) == [b"one"]


def test_the_key_of_a_map_is_a_type_or_a_tuple_of_types() -> None:
    assert storage.Period.key is None
    assert storage.Names.key is u16
    assert storage.Maybe.key is not None
    assert storage.Maybe.key.label == "(u16, u32)"


def test_the_prefix_is_that_of_substrate() -> None:
    # The best-known storage key there is: System.Account.
    expected = "26aa394eea5630e07c48ae0c9558cef7b99d880ec681799c0cf30e8886371da9"
    assert system.storage.Account.prefix.hex() == expected


def test_a_constant_may_follow_from_the_interface() -> None:
    constant = Constant(u16, FromInterface(lambda interface: interface.spec_version))
    with pytest.raises(TypeError, match="depends on the interface"):
        constant.at(Profile.SLOW)


def test_a_pallet_is_extended_in_the_order_of_call_indices() -> None:
    class more:
        between = Call(0)

    whole = PALLET.extended(Pallet("Example", 77, crate="example", calls=more))
    assert [call.index for call in whole.calls.values()] == [0, 1, 2]
    assert len(PALLET.calls) == 2


def test_an_api_names_its_methods() -> None:
    class ExampleApi:
        ask = Method(u16, from_=u32)

    api = Api(ExampleApi, version=3)
    assert (api.name, api.version, list(api.methods)) == ("ExampleApi", 3, ["ask"])
    assert ExampleApi.ask.entry == "ExampleApi_ask"
    assert list(ExampleApi.ask.inputs) == ["from"]


def test_labels_fit_the_fields_that_they_name() -> None:
    assert Event(0, u16, u16).labelled("netuid", "uid").labels == ("netuid", "uid")
    assert Event(0, netuid=u16).labels == ("netuid",)
    with pytest.raises(ValueError, match="2 positional fields"):
        Event(0, u16, u16).labelled("netuid")
    with pytest.raises(ValueError, match="1 labels"):
        Event(0, netuid=u16).labelled("subnet")
