"""`subnets create` with an identity."""

from __future__ import annotations

from pathlib import Path

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import YES


def test_an_identity_from_a_file(owner: Cli, tmp_path: Path) -> None:
    file = tmp_path / "identity.json"
    file.write_text('{"name": "Filed", "url": "https://example.com"}')
    words = ("--identity-file", str(file), "--description", "typed")
    netuid = owner.inside("subnets", "create", *words, *YES).data()["netuid"]
    words = ("subnets", "get-identity", "--netuid", str(netuid), "--json")
    found = owner.inside(*words).data()["identity"]
    assert (found["subnet_name"], found["description"]) == ("Filed", "typed")
