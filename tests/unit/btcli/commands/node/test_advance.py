"""`btcli node advance`: blocks, or up to an epoch."""

from __future__ import annotations

from btsdk import Client
from tests.cli.running import Cli

ADVANCE = ("node", "advance", "--json")


def test_it_stops_at_the_epoch_of_the_subnet(cli: Cli) -> None:
    for words in ((), ("--netuid", "1")):
        before = cli.inside(*ADVANCE).data()["block"]
        data = cli.inside(*ADVANCE, "--epoch", *words).data()
        assert data["made"] == data["block"] - before
        with Client("local", chain_file=cli.chain_file) as client:
            assert client.head().epoch_schedule(1).last_epoch == data["block"]
    assert "no subnet 9" in cli.inside(*ADVANCE, "--epoch", "-n", "9").error()["message"]


def test_advance_makes_blocks_and_moves_the_clock(node: Cli) -> None:
    before = node.inside("node", "status", "--json").data()
    data = node.inside("node", "advance", "50", "--json").data()
    assert data["made"] == 50
    assert data["block"] >= before["block"] + 50
    assert data["clock_ahead_s"] > 5
    assert "ahead of the system clock" in node.inside("node", "status").out
