"""A transaction: nothing is sent without a yes, and its outcome is told."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.funds import free

YES = ("--no-prompt", "--json")


def test_nothing_is_sent_without_a_yes(funded: Cli) -> None:
    before = free(funded, "alice")
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    assert funded.inside(*words, "--json").error()["code"] == "needs_confirmation"
    assert funded.inside(*words, "--json").exit_code == 2
    assert funded.inside(*words, stdin="n\n").exit_code == 1
    assert funded.inside(*words, stdin="").exit_code == 2
    assert funded.inside(*words, "--no").exit_code == 1
    assert funded.inside(*words, "--no", "--no-prompt").exit_code == 1
    dry = funded.inside(*words, "--dry-run", "--json").data()
    assert dry["submitted"] is False
    assert dry["receipt"] is None
    assert dry["preview"]["effects"]
    assert free(funded, "alice") == before


def test_a_yes_on_standard_input(funded: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    done = funded.inside(*words, stdin="y\n")
    assert done.exit_code == 0
    assert "done in block" in done.out
    assert "About to sign" in done.err
    assert "About to sign" not in done.out


def test_failing_on_the_chain_is_one_and_says_where(funded: Cli) -> None:
    words = ("wallet", "transfer", "-w", "bob", "--dest", "alice", "--amount", "20000000")
    done = funded.inside(*words, "--force", *YES)
    assert done.exit_code == 1
    error = done.error()
    assert error["block_hash"].startswith("0x")
    assert done.json()["genesis_hash"].startswith("0x")


def test_not_waiting(funded: Cli) -> None:
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "1")
    data = funded.inside(*words, "--no-wait-for-inclusion", *YES).data()
    assert data["submitted"] is True
    assert set(data["receipt"]) == {"extrinsic_hash"}
