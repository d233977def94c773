"""`btcli subnets create`."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli
from tests.unit.btcli.commands import owned

ALICE = ("-w", "alice", "--no-prompt", "--json")


def test_a_subnet_has_the_identity_that_was_given(funded: Cli) -> None:
    said = ("--subnet-name", "Demo", "--repo", "https://bob.example/demo")
    made = funded.inside("subnets", "create", *said, *ALICE).data()
    (listed,) = (
        found
        for found in funded.inside("subnets", "list", "--json").data()["subnets"]
        if found["netuid"] == made["netuid"]
    )
    assert listed["name"] == "Demo"


def test_without_one_the_call_has_none(funded: Cli) -> None:
    call = funded.inside("subnets", "create", "--dry-run", *ALICE).data()["preview"]["call"]
    assert "SubtensorModule.register_network(" in call
    named = funded.inside("subnets", "create", "--subnet-name", "x", "--dry-run", *ALICE).data()
    assert "register_network_with_identity(" in named["preview"]["call"]


def test_an_identity_from_a_file(owner: Cli, tmp_path: Path) -> None:
    file = tmp_path / "identity.json"
    file.write_text('{"name": "Filed", "url": "https://example.com"}')
    words = ("--identity-file", str(file), "--description", "typed")
    netuid = owner.inside("subnets", "create", *words, *owned.YES).data()["netuid"]
    words = ("subnets", "get-identity", "--netuid", str(netuid), "--json")
    found = owner.inside(*words).data()["identity"]
    assert (found["subnet_name"], found["description"]) == ("Filed", "typed")
