"""`btcli proxy announce`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import ALICE, YES, announced, call, hashes

ANNOUNCE = ("proxy", "announce", "-w", "charlie")


def test_a_call_is_announced_by_its_data_and_kept(world: Cli) -> None:
    given = call(world, "1.1")
    words = ("--real", "alice", "--call-hex", given["call_data"])
    data = world.inside(*ANNOUNCE, *words, *YES).data()
    assert (data["real"], data["call_hash"]) == (ALICE, given["call_hash"])
    assert given["call_hash"] in hashes(world, "alice") & hashes(world, "charlie")
    file = world.home / "calls" / f"{given['call_hash']}.json"
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_kept_call_is_found_by_its_hash(world: Cli) -> None:
    given = announced(world, "1.2")
    words = ("--proxy", "alice", "--call-hash", given)  # as older versions spell --real
    assert world.inside(*ANNOUNCE, *words, *YES).data()["call_hash"] == given
    unknown = ("--real", "alice", "--call-hash", "00" * 32)
    assert "--call-hex" in world.inside(*ANNOUNCE, *unknown, *YES).error()["hint"]


def test_the_account_is_needed(world: Cli) -> None:
    error = world.inside(*ANNOUNCE, "--call-hash", "00" * 32, *YES).error()
    assert "--real" in error["hint"]
