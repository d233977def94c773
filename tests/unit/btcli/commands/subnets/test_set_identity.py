"""`subnets set-identity`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_what_is_not_given_stays(owner: Cli) -> None:
    words = ("subnets", "set-identity", *NETUID, *YES)
    owner.inside(*words, "--subnet-name", "Demo", "--email", "a@example.com").data()
    data = owner.inside(*words, "--repo", "r", "--contact", "").data()
    assert data["identity"]["subnet_name"] == "Demo"
    found = owner.inside("subnets", "get-identity", *NETUID, "--json").data()["identity"]
    assert found == data["identity"]
    assert (found["github_repo"], found["subnet_contact"]) == ("r", "")
    assert "--subnet-name" in owner.inside(*words).error()["hint"]
