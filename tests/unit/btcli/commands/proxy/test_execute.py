"""`btcli proxy execute`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import ALICE, CHARLIE, YES, announced, hashes

EXECUTE = ("proxy", "execute", "-w", "bob", "--real", "alice", "--delegate", "charlie")


def test_a_call_is_executed_after_the_delay_by_its_hash(world: Cli) -> None:
    given = announced(world, "2.1")
    early = world.inside(*EXECUTE, "--call-hash", given, *YES)
    assert early.error()["code"] == "Proxy.Unannounced"
    world.inside("node", "advance", "2")
    data = world.inside(*EXECUTE, "--call-hash", given, *YES).data()
    assert (data["delegate"], data["real"], data["call_hash"]) == (CHARLIE, ALICE, given)
    assert "Balances.Transfer" in data["receipt"]["events"]
    assert given not in hashes(world, "charlie")


def test_the_delegate_is_the_wallet_and_a_file_has_the_call(world: Cli) -> None:
    given = announced(world, "2.2")
    world.inside("node", "advance", "2")
    file = str(world.home / "calls" / f"{given}.json")
    words = ("proxy", "execute", "-w", "charlie", "--proxy", "alice", "--call-file", file)
    assert world.inside(*words, *YES).data()["delegate"] == CHARLIE
