"""`axon reset`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btcli.commands.owned import YES


def test_no_axon(owner: Cli) -> None:
    owner.inside("subnets", "register", "--netuid", "1", *YES).data()
    data = owner.inside("axon", "reset", "--netuid", "1", *YES).data()
    assert data["axon"] is None
    assert data["preview"]["call"].startswith("SubtensorModule.serve_axon(")
