"""`sudo stake-burn`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_a_purchase_that_is_burned(owner: Cli) -> None:
    done = owner.inside("sudo", "buyback", *NETUID, "-a", "1", *YES)
    assert 0 < float(done.data()["burned_alpha"]) <= 1
    assert "may rise by 5 % to" in done.err
    assert "else nothing is bought" in done.err
    words = ("sudo", "stake-burn", *NETUID, "--amount", "1", "--dry-run", *YES)
    done = owner.inside(*words, "--unsafe")
    assert done.data()["burned_alpha"] is None
    assert "No price limit" in done.err
