"""`btcli multisig save`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import MEMBERS

TWO = ("--signatories", "alice", "--signatories", "bob", "--threshold", "2")


def test_the_name_stands_for_the_address_and_the_set(world: Cli) -> None:
    data = world.inside("multisig", "save", "pair", *TWO, "--note", "n", "--json").data()
    listed = world.inside("addr", "list", "--json").data()["addresses"]
    (saved,) = (one for one in listed if one["name"] == "pair")
    assert saved["ss58"] == data["ss58"]
    assert saved["note"] == "n"
    assert saved["multisig"] == {"threshold": 2, "signatories": data["signatories"]}
    assert set(data["signatories"]) < set(MEMBERS)
    error = world.inside("multisig", "save", "pair", *TWO[:4], "--threshold", "1", "--json").error()
    assert "saved already" in error["message"]
    assert world.inside("multisig", "save", "alice", *TWO).exit_code == 2
    assert world.inside("multisig", "save", "other").exit_code == 2
