"""`btcli wallet set-identity` and `get-identity`, of Alice."""

from __future__ import annotations

from tests.cli.running import Cli

SET = ("wallet", "set-identity", "-w", "alice", "-y", "--json")
GET = ("wallet", "get-identity", "-w", "alice", "--json")


def test_fields_that_are_not_given_keep_their_values(world: Cli) -> None:
    data = world.inside(*SET, "--id-name", "Alice", "--web", "https://alice.example").data()
    assert (data["identity"]["name"], data["identity"]["url"]) == ("Alice", "https://alice.example")
    data = world.inside(*SET, "--web-url", "", "--github", "alice/x").data()
    assert world.inside(*GET).data()["identity"] == data["identity"]
    assert (data["identity"]["name"], data["identity"]["url"]) == ("Alice", "")
    shown = world.inside(*GET[:-1]).out
    assert "repository  alice/x\n" in shown
    assert "web page" not in shown


def test_a_coldkey_without_a_hotkey_has_no_identity(world: Cli) -> None:
    done = world.inside("wallet", "set-identity", "-w", "bob", "--id-name", "B", "-y", "--json")
    assert done.error()["code"] == "SubtensorModule.HotKeyNotRegisteredInNetwork"
