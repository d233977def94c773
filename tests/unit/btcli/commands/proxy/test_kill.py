"""`btcli proxy kill`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.proxy.proxied import YES, entries

CREATE = ("proxy", "create", "-w", "bob", *YES)
KILL = ("proxy", "kill", "-w", "bob", *YES)


def test_the_facts_of_the_creation_name_the_account(world: Cli) -> None:
    made = world.inside(*CREATE).data()
    facts = ("--height", str(made["height"]), "--ext-index", str(made["ext_index"]))
    dry = world.inside(*KILL, *facts, "--index", "1", "--dry-run").data()
    assert dry["address"] != made["address"]
    assert dry["preview"]["refusals"] != []
    assert world.inside(*KILL, *facts).data()["address"] == made["address"]
    assert entries(world, made["address"]) == []


def test_a_saved_name_is_enough(world: Cli) -> None:
    made = world.inside(*CREATE, "--save", "short-lived").data()
    assert world.inside(*KILL, "--proxy", "short-lived").data()["address"] == made["address"]
    assert entries(world, made["address"]) == []


def test_missing_facts_are_named(world: Cli) -> None:
    for words in ((), ("--height", "1"), ("--proxy", "alice")):
        error = world.inside(*KILL, *words).error()
        assert (error["code"], "--height and --ext-index" in error["message"]) == (
            "usage_error",
            True,
        )
