"""`AsyncSubtensor` on a `dev` node: what moved, to the rao, and reads that agree."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.peers.conftest import StartNode
from tests.peers.environment import Peer
from tests.peers.scenarios.conftest import HERE
from tests.peers.scenarios.reckoning import TAO

pytestmark = [pytest.mark.peer, pytest.mark.slow]


def test_asynchronous(start_node: StartNode, peer_bittensor: Peer, tmp_path: Path) -> None:
    seen = peer_bittensor.run(
        HERE / "asynchronous.py",
        start_node("dev").endpoint,
        str(tmp_path / "wallets"),
        timeout=300,
        HOME=str(tmp_path),
    )
    transfer = seen["transfer"]
    assert _gained(transfer) == {"own": -2 * TAO - transfer["fee"], "other": 2 * TAO, "alpha": 0}
    stake = seen["stake"]
    [[*_, tao, alpha, _, _]] = _events(stake, "StakeAdded")
    assert tao == 3 * TAO
    assert _gained(stake)["own"] == -3 * TAO - stake["fee"]
    assert _gained(stake)["alpha"] == alpha > 0
    unstake = seen["unstake"]
    [[_, _, paid, sold, _, fee]] = _events(unstake, "StakeRemoved")
    assert sold + fee == TAO
    assert _gained(unstake) == {"own": paid - unstake["fee"], "other": 0, "alpha": -TAO}
    _agree(seen["reads"])


def _agree(reads: dict[str, Any]) -> None:
    assert reads["netuids"] == [0, 1]
    assert reads["price"][0] == reads["price"][1] > 0
    theirs, ours = reads["hotkeys"]
    assert theirs == ours
    assert ours[reads["uid"]] == reads["hotkey"]
    assert reads["stakes"] == [[reads["hotkey"], 1, reads["held"]]]
    assert reads["exists"] is True
    assert reads["cost"] > 0


def _events(told: dict[str, Any], name: str) -> list[Any]:
    return [attributes for event, attributes in told["events"] if event == name]


def _gained(told: dict[str, Any]) -> dict[str, int]:
    return {name: told["after"][name] - before for name, before in told["before"].items()}
