"""The report of `btcli wallet overview`."""

from __future__ import annotations

from btsdk.units import Tao
from tests.cli.running import Cli
from tests.unit.btcli.commands.wallet.test_overview import OVERVIEW, names


def test_all_neurons_of_a_wallet(world: Cli) -> None:
    data = world.inside(*OVERVIEW, "--json").data()
    # uid 0 is the hotkey of the subnet's owner, who is Alice; it has no file here.
    assert names(data) == [(1, None), (1, "default"), (1, "second")]
    assert [neuron["uid"] for neuron in data["neurons"]] == [0, 1, 2]
    (alice,) = data["wallets"]
    assert alice["name"] == "alice"
    assert data["total_tao"] == alice["total_tao"]
    assert Tao.parse(alice["total_tao"]) > Tao.parse(alice["free_tao"])
    default = data["neurons"][1]
    assert default["blocks_since_update"] == data["block"] - default["last_update"]


def test_the_table(world: Cli) -> None:
    shown = world.inside(*OVERVIEW).out.splitlines()
    assert shown[0] == "Neurons of wallet alice"
    assert shown[1].split()[:4] == ["subnet", "uid", "hotkey", "stake"]
    assert [line.split()[2] for line in shown[3:5]] == ["default", "second"]
    assert "Balance of wallet alice" in shown
    assert world.inside("wallet", "overview", "-w", "bob").out.startswith("No neurons of")
