"""`btcli proxy remove`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import CHARLIE, YES, entries

REMOVE = ("proxy", "remove", "-w", "bob")


def test_the_only_entry_is_found_and_several_are_told_apart(world: Cli) -> None:
    for words in ((), ("--proxy-type", "Staking", "--delay", "1")):
        world.inside("proxy", "add", "-w", "bob", "--delegate", "charlie", *words, *YES).data()
    error = world.inside(*REMOVE, "--delegate", "charlie", *YES).error()
    assert "Any with a delay of 0, Staking with a delay of 1" in error["message"]
    data = world.inside(*REMOVE, "--delegate", "charlie", "--delay", "0", *YES).data()
    assert (data["proxy_type"], data["delay"]) == ("Any", 0)
    assert entries(world, "bob") == [(CHARLIE, "Staking", 1)]
    data = world.inside(*REMOVE, "--delegate", "charlie", *YES).data()
    assert (data["proxy_type"], data["delay"]) == ("Staking", 1)
    assert world.inside(*REMOVE, "--delegate", "charlie", *YES).error()["code"] == "Proxy.NotFound"


def test_all_of_them(world: Cli) -> None:
    world.inside("proxy", "add", "-w", "bob", "--delegate", "alice", *YES).data()
    assert world.inside(*REMOVE, "--all", *YES).data()["delegate"] is None
    assert entries(world, "bob") == []


@pytest.mark.parametrize("words", [(), ("--all", "--delegate", "alice"), ("--all", "--delay", "1")])
def test_what_cannot_be_meant(world: Cli, words: tuple[str, ...]) -> None:
    assert world.inside(*REMOVE, *words, *YES).error()["code"] == "usage_error"
