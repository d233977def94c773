"""The order of neurons in `wallet overview`."""

from __future__ import annotations

import pytest

from btcli.accounts.wallet_neurons import OwnedKey, WalletNeuron
from btcli.commands.wallet.overview_order import check, ranked
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, wallet_neuron

ROWS = [
    wallet_neuron(2, 0, stake="9", updated=1),
    wallet_neuron(1, 1, stake="5", updated=9),
    wallet_neuron(1, 0, stake="1", updated=3),
]


def places(rows: list[WalletNeuron]) -> list[tuple[int, int]]:
    return [(row.netuid, row.neuron.uid) for row in rows]


@pytest.mark.parametrize(
    ("by", "direction", "order"),
    [
        (None, None, [(1, 0), (1, 1), (2, 0)]),
        (None, "reverse", [(1, 1), (1, 0), (2, 0)]),
        ("Stake", "desc", [(1, 1), (1, 0), (2, 0)]),
        ("updated", "ascending", [(1, 0), (1, 1), (2, 0)]),
    ],
)
def test_neurons_are_sorted_within_each_subnet(
    by: str | None, direction: str | None, order: list[tuple[int, int]]
) -> None:
    check(by, direction)
    assert places(ranked(ROWS, by, direction)) == order


@pytest.mark.parametrize("by", ["coldkey", "VTRUST", "validator-trust", "hotkey_ss58", "axon"])
def test_every_spelling_sorts(by: str) -> None:
    check(by, None)
    assert len(ranked(ROWS, by, None)) == 3


def test_a_hotkey_without_a_name_is_sorted_by_its_address() -> None:
    named = ROWS[1]._replace(key=OwnedKey("alice", "zebra", ALICE))
    assert places(ranked([named, ROWS[2]], "hotkey", "asc")) == [(1, 0), (1, 1)]


@pytest.mark.parametrize(("by", "direction"), [("size", None), (None, "up")])
def test_what_is_no_order(by: str | None, direction: str | None) -> None:
    with pytest.raises(UsageError):
        check(by, direction)
