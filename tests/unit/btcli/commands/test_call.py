"""`call`."""

from __future__ import annotations

import json

from tests.cli.running import Cli
from tests.unit.btcli.spellings import BOB


def test_any_call_of_the_chain(world: Cli) -> None:
    done = world.inside(
        "call", "System.remark_with_event", "remark=hi", "-w", "alice", "-y", "--json"
    )
    assert "System.Remarked" in done.data()["receipt"]["events"]
    assert done.data()["preview"]["call"] == "System.remark_with_event(remark='hi')"


def test_a_call_inside_a_call_and_root(world: Cli) -> None:
    inner = {"call": "Balances.transfer_keep_alive", "args": {"dest": BOB, "value": "2tao"}}
    words = ("Utility.batch_all", f"calls=[{json.dumps(inner)}]", "-w", "alice", "-y", "--json")
    assert "Balances.Transfer" in world.inside("call", *words).data()["receipt"]["events"]
    root = ("System.remark", "remark=x", "--sudo", "-w", "alice", "-y", "--json")
    assert "Sudo.Sudid" in world.inside("call", *root).data()["receipt"]["events"]


def test_a_dry_run_and_a_failure(world: Cli) -> None:
    words = ("SubtensorModule.start_call", "netuid=99", "-w", "alice", "-y", "--json")
    assert world.inside("call", *words, "--dry-run").data()["submitted"] is False
    failed = world.inside("call", *words)
    assert failed.exit_code == 1
    assert failed.error()["code"].startswith("SubtensorModule.")
