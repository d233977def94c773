"""Hyperparameters: typed, in a mapping, and with their units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from btsdk.client.blocking import View
from btsdk.errors import IncompatibleItem, SubnetNotFound, UsageError
from btsdk.reads.hyperparameter_table import PARAMETERS, Unit, parameter
from btsdk.reads.hyperparameters import (
    Hyperparameters,
    Value,
    hyperparameters,
    share_in_words,
    shown,
    stored,
)
from btsdk.reads.subnets import Fixed
from btsdk.units import Tao
from chain_spec.hyperparameters import HYPERPARAMETERS_V3
from local_node import LocalChain
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at


@pytest.fixture(scope="module")
def head() -> Iterator[View]:
    with LocalChain() as chain:
        yield chain.client.head()


def test_every_name_is_an_attribute_and_in_the_mapping(head: View) -> None:
    found = head.hyperparameters(1)
    assert isinstance(found, Mapping)
    names = {name for name, value in vars(Hyperparameters).items() if isinstance(value, Value)}
    assert names == set(found) == {one.name for one in PARAMETERS}
    assert {name for name, _ in HYPERPARAMETERS_V3} < names
    for name in found:
        assert getattr(found, name) == found[name]
        assert found.shown(name)
    assert len(found) == len(names)
    assert dict(found) == {**found}


def test_the_types_of_values(head: View) -> None:
    found = head.hyperparameters(1)
    assert (found.tempo, found.kappa, found.registration_allowed) == (10, 32_767, True)
    assert found.min_burn == Tao.parse("0.0005")
    assert isinstance(found.burn_increase_mult, Fixed)
    assert found.alpha_values == (found.alpha_low, found.alpha_high)
    assert found.recycle_or_burn == "Burn"
    assert found.subnet_owner_hotkey == head.subnet_owner(1).hotkey
    assert found.unit("tempo") is Unit.BLOCKS


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("tempo", 1, "1 block"),
        ("tempo", 360, "360 blocks"),
        ("commit_reveal_period", 1, "1 epoch"),
        ("kappa", 65_535, "65,535 (100 %)"),
        ("kappa", 32_767, "32,767 (49.9992 %)"),
        ("kappa", 0, "0 (0 %)"),
        ("bonds_moving_avg", 975_000, "975,000 (97.5 %)"),
        ("min_burn", Tao.parse("1000"), "τ1,000.000000000"),
        ("liquid_alpha_enabled", False, "off"),
        ("transfers_enabled", True, "on"),
        ("burn_increase_mult", Fixed(3 << 63, 64), "1.500000000"),
        ("alpha_values", (0, 65_535), "0 (0 %) to 65,535 (100 %)"),
        ("activity_cutoff_factor", 2_000, "2,000 thousandths of a tempo"),
        ("recycle_or_burn", "Burn", "Burn"),
    ],
)
def test_a_value_in_words(name: str, value: Any, words: str) -> None:
    assert shown(parameter(name), value) == words


def test_stored_values_have_their_unit() -> None:
    assert stored(parameter("min_burn"), 5) == Tao.from_rao(5)
    assert stored(parameter("alpha_values"), [1, 2]) == (1, 2)
    assert stored(parameter("burn_increase_mult"), 1 << 64) == Fixed(1 << 64, 64)
    assert share_in_words(1, 3) == "1 (33.3333 %)"


def test_no_subnet(head: View) -> None:
    with pytest.raises(SubnetNotFound):
        head.hyperparameters(9)
    nothing = Chain(get_subnet_hyperparams_v3=None).script()
    with pytest.raises(SubnetNotFound):
        nothing.play(hyperparameters(dev_at(), 9))


def test_names_that_a_runtime_or_this_release_does_not_have() -> None:
    found = Hyperparameters(1, {"tempo": 5, "brand_new": 7})
    assert found["brand_new"] == 7
    with pytest.raises(IncompatibleItem, match="hyperparameter kappa"):
        _ = found.kappa
    with pytest.raises(KeyError):
        _ = found["kappa"]
    with pytest.raises(UsageError):
        found.unit("brand_new")
    assert repr(found) == "Hyperparameters(netuid=1, tempo=5, brand_new=7)"
