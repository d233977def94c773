"""`btcli addr rename`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB


def test_a_name_is_changed_and_the_rest_kept(alice: Cli) -> None:
    alice.inside("addr", "add", "bobby", BOB, "--note", "a friend")
    data = alice.inside("addr", "rename", "bobby", "robert", "--json").data()["address"]
    assert (data["name"], data["ss58"], data["note"]) == ("robert", BOB, "a friend")
    done = alice.inside("addr", "rename", "robert", "alice", "--json")
    assert "the name of a wallet" in done.error()["message"]
