"""`btcli multisig execute`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.multisig.team import YES, opened, pending, typed


def free(cli: Cli) -> float:
    found = cli.inside("wallet", "balance", "--ss58", "team", "--json").data()["balances"]
    return float(found[0]["free_tao"])


def test_the_last_approval_executes_the_call(world: Cli) -> None:
    before, given = free(world), opened(world, "4")
    error = typed(world, "execute", "bob", given).error()
    assert "1 of 3 approvals" in error["message"]
    typed(world, "approve", "bob", given).data()
    data = typed(world, "execute", "charlie", given).data()
    assert (data["approvals"], data["multisig"]["name"]) == (2, "team")
    assert "Multisig.MultisigExecuted" in data["receipt"]["events"]
    assert before - free(world) == 4
    assert given not in pending(world)


def test_the_call_is_passed_on_as_a_file(world: Cli) -> None:
    given = opened(world, "5")
    kept = world.home / "calls" / f"{given}.json"
    file = kept.rename(world.home / "from-alice.json")
    typed(world, "approve", "bob", given).data()
    assert "--call-file" in typed(world, "execute", "charlie", given).error()["hint"]
    words = ("multisig", "execute", "-w", "charlie", "--multisig", "team", "--call-file", str(file))
    assert world.inside(*words, *YES).data()["call_hash"] == given


def test_a_threshold_of_one_needs_no_other_approval(world: Cli) -> None:
    two = ("--signatories", "alice,bob", "--threshold", "1")
    one = world.inside("multisig", "save", "either", *two, "--json").data()
    world.inside("node", "fund", one["ss58"], "10")
    words = ("wallet", "transfer", "-w", "bob", "--multisig", "either", "--dest", "charlie")
    data = world.inside(*words, "--amount", "1", *YES).data()
    assert "announcement" not in data
    assert "Balances.Transfer" in data["receipt"]["events"]
