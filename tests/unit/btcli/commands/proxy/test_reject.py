"""`btcli proxy reject`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import ALICE, CHARLIE, YES, announced, hashes


def test_the_account_rejects_a_call(world: Cli) -> None:
    given = announced(world, "3.1")
    words = ("proxy", "reject", "-w", "alice", "--delegate", "charlie", "--call-hash", given)
    data = world.inside(*words, *YES).data()
    assert (data["delegate"], data["real"], data["call_hash"]) == (CHARLIE, None, given)
    assert given not in hashes(world, "alice")


def test_the_proxy_takes_its_own_announcement_back(world: Cli) -> None:
    given = announced(world, "3.2")
    words = ("proxy", "reject", "-w", "charlie", "--real", "alice", "--call-hash", given)
    data = world.inside(*words, *YES).data()
    assert (data["delegate"], data["real"]) == (None, ALICE)
    assert given not in hashes(world, "charlie")


def test_one_of_both_is_needed(world: Cli) -> None:
    for words in ((), ("--real", "alice", "--delegate", "charlie")):
        done = world.inside("proxy", "reject", "-w", "bob", *words, "--call-hash", "00", *YES)
        assert "either --delegate or --real" in done.error()["message"]
