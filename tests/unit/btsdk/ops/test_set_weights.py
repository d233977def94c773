"""Weights in the form that the subnet asks for."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import UsageError
from btsdk.ops import SetWeights
from tests.unit.btsdk.chain import Chain, draft

MINE = {
    "NetworksAdded": True,
    "Uids": 0,
    "ValidatorPermit": [True],
    "MinAllowedWeights": 1,
    "WeightsVersionKey": 5,
    "CommitRevealWeightsEnabled": False,
}
OTHERS = {**MINE, "ValidatorPermit": [True, False, False]}


def test_the_row_is_scaled_and_has_the_version_key_of_the_subnet() -> None:
    call = draft(SetWeights(1, [0, 2, 1], [1, 2, 0]), Chain(**OTHERS)).call
    assert call.name == "set_weights"
    wanted = {"netuid": 1, "dests": [0, 2], "weights": [32_768, 65_535], "version_key": 5}
    assert call.arguments() == wanted
    own = draft(SetWeights(1, [0], [1], version_key=9), Chain(**MINE)).call
    assert own.arguments()["version_key"] == 9


def test_a_mechanism_has_a_call_of_its_own() -> None:
    call = draft(SetWeights(1, [0], [1], mechanism=2), Chain(**MINE)).call
    assert (call.name, call.arguments()["mecid"]) == ("set_mechanism_weights", 2)


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"NetworksAdded": False}, "there is no subnet 1"),
        ({"Uids": None}, "the hotkey is not registered on subnet 1"),
        ({"MinAllowedWeights": 3}, "the subnet requires at least 3 weights"),
        ({"ValidatorPermit": [True]}, "no neuron of subnet 1 has this uid: 1, 2"),
        ({"ValidatorPermit": [False] * 3}, "no validator permit"),
    ],
)
def test_what_speaks_against_a_row(changes: dict[str, Any], warning: str) -> None:
    assert draft(SetWeights(1, [1, 2], [1, 1]), Chain(**OTHERS)).warnings == ()
    (found,) = draft(SetWeights(1, [1, 2], [1, 1]), Chain(**{**OTHERS, **changes})).warnings
    assert warning in found


def test_a_row_of_oneself_alone_needs_no_permit() -> None:
    chain = Chain(**{**MINE, "ValidatorPermit": [False]})
    assert draft(SetWeights(1, [0], [1]), chain).warnings == ()


def test_where_commitments_are_wanted_the_row_is_sealed() -> None:
    chain = Chain(**MINE | {"CommitRevealWeightsEnabled": True, "Tempo": 0})
    with pytest.raises(UsageError, match="tempo of 0"):  # says it of sealed weights alone
        draft(SetWeights(1, [0], [1]), chain)
