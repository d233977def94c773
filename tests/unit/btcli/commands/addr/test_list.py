"""`btcli addr list`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB


def test_all_names_are_listed(alice: Cli) -> None:
    assert "btcli addr add" in alice.inside("addr", "list").out
    alice.inside("addr", "add", "second", BOB, "--note", "a friend")
    alice.inside("addr", "add", "first", ALICE)
    data = alice.inside("addr", "list", "--json").data()
    assert [entry["name"] for entry in data["addresses"]] == ["first", "second"]
    lines = alice.inside("addr", "list").out.splitlines()
    assert lines[1].split() == ["first", ALICE]
    assert lines[2].split() == ["second", BOB, "a", "friend"]
