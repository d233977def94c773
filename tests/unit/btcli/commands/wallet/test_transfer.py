"""`btcli wallet transfer`."""

from __future__ import annotations

import pytest

from tests.cli.running import Cli
from tests.unit.btcli.funds import free

YES = ("--no-prompt", "--json")


def test_a_transfer(funded: Cli) -> None:
    before = free(funded, "bob")
    words = ("wallet", "transfer", "-w", "alice", "--dest", "bob", "--amount", "12.5")
    data = funded.inside(*words, *YES).data()
    assert data["submitted"] is True
    assert data["receipt"]["block_number"] >= 1
    assert "Balances.Transfer" in data["receipt"]["events"]
    assert data["receipt"]["fee_tao"] == data["preview"]["fee_tao"]
    assert free(funded, "bob") - before == pytest.approx(12.5)


def test_all_that_can_be_sent(funded: Cli) -> None:
    words = ("wallet", "transfer", "-w", "bob", "--dest", "alice", "--all", "--dry-run", "--json")
    preview = funded.inside(*words).data()["preview"]
    assert "Balances.transfer_all" in preview["call"]
    assert "keep_alive=True" in preview["call"]
