"""The table of a wallet's neurons."""

from __future__ import annotations

from btcli.render.neurons import wallet_neuron_table
from tests.unit.btcli.samples import wallet_neuron

ROWS = [wallet_neuron(1, 7, stake="1234.5", updated=1200), wallet_neuron(2, 0, name=None)]


def test_a_row_for_each_neuron() -> None:
    title, heads, first, second = (
        wallet_neuron_table(ROWS, every=False, owner="wallet alice").plain().splitlines()
    )
    assert title == "Neurons of wallet alice"
    assert "wallet" not in heads.split()
    assert first.split()[:4] == ["1", "7", "default", "α1,234.5000"]
    assert "1,200" in first
    assert second.split()[2] == "5GrwvaEF"[:6] + "…utQY"


def test_the_wallets_of_all_wallets_are_named() -> None:
    heads, first = (
        wallet_neuron_table(ROWS, every=True, owner="all wallets").plain().splitlines()[1:3]
    )
    assert heads.split()[2] == "wallet"
    assert first.split()[2] == "alice"


def test_no_neurons() -> None:
    shown = wallet_neuron_table([], every=False, owner="wallet alice").plain()
    assert shown.startswith("No neurons of wallet alice were found.")
