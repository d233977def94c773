"""`sudo trigger-epoch`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import NETUID, YES


def test_an_epoch_before_its_time(owner: Cli) -> None:
    words = ("sudo", "trigger-epoch", *NETUID, *YES)
    assert owner.inside(*words, "--dry-run").data()["epoch_at"] is None
    assert owner.inside(*words).error()["code"].endswith("BlockedByCommitReveal")
    off = ("--param", "commit_reveal_enabled", "--value", "off")
    owner.inside("sudo", "set", *NETUID, *off, *YES).data()
    data = owner.inside(*words).data()
    assert data["epoch_at"] > data["receipt"]["block_number"]
