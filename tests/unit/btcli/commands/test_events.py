"""`events`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.spellings import ALICE, BOB


def test_events_of_blocks(world: Cli) -> None:
    world.inside("wallet", "transfer", "--dest", BOB, "--amount", "2", "-w", "alice", "-y")
    world.inside("node", "advance", "1")

    def listed(*words: str) -> list[str]:
        found = world.inside("events", *words, "--json").data()["events"]
        return [one["name"] for one in found]

    assert "Balances.Transfer" not in listed()
    assert "Balances.Transfer" in listed("1")
    assert listed("--blocks", "9", "--event", "Balances.Transfer") == ["Balances.Transfer"]
    assert listed("1", "--account", "bob") == ["Balances.Transfer"]
    assert set(listed("1", "--event", "System")) == {"System.ExtrinsicSuccess"}
    assert len(listed("1", "--extrinsic", "0")) < len(listed("1"))
    found = world.inside("events", "1", "--event", "Balances.Transfer", "--json").data()
    assert found["events"][0]["fields"] == {"from": ALICE, "to": BOB, "amount": 2 * 10**9}
    assert "amount=τ2.000000000" in world.inside("events", "1").out
