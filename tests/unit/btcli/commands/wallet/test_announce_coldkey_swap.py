"""`btcli wallet announce-coldkey-swap`."""

from __future__ import annotations

from tests.cli.running import Cli


def test_it_is_the_action_of_swap_coldkey(world: Cli) -> None:
    words = ("--new-coldkey", "alice", "-w", "bob", "--dry-run", "--json")
    data = world.inside("wallet", "announce-coldkey-swap", *words).data()
    assert data == world.inside("wallet", "swap-coldkey", "announce", *words).data()
    assert data["action"] == "announce"
