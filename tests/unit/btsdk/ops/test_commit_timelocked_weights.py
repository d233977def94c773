"""Weights that are sealed to a round of the beacon."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import RpcError, UsageError
from btsdk.keys import Keypair
from btsdk.ops import CommitTimelockedWeights
from btsdk.ops.commit_timelocked_weights import sealed_message
from btsdk.ops.weight_row import WeightRow
from btsdk.tx.operation import Draft, drafted
from tests.unit.btsdk.chain import ALICE, Chain
from tests.unit.btsdk.script import dev_at

HOTKEY = Keypair.from_uri("//Bob//hotkey").public_key


def test_what_is_sealed_reads_as_the_chain_reads_it() -> None:
    data = sealed_message(HOTKEY, WeightRow((1, 300), (2, 65_535)), 9)
    assert data == (b"\x80" + HOTKEY + bytes.fromhex("0801002c01080200ffff0900000000000000"))


MINE = {
    "NetworksAdded": True,
    "Uids": 0,
    "ValidatorPermit": [True],
    "MinAllowedWeights": 1,
    "WeightsVersionKey": 5,
    "CommitRevealWeightsEnabled": True,
    "CommitRevealWeightsVersion": 4,
    "Tempo": 100,
    "LastEpochBlock": 950,
    "RevealPeriodEpochs": 1,
}


def sealed(operation: CommitTimelockedWeights, *, beacon: bool = True, **changes: Any) -> Draft:
    script = Chain(**{**MINE, **changes}).script()
    script.answers["dev_nodeInfo"] = (
        {"beacon": True} if beacon else RpcError("dev_nodeInfo", -32601, "none")
    )
    return script.play(drafted(operation, dev_at(), ALICE))


def test_they_are_sealed_to_the_round_of_the_next_epoch() -> None:
    found = sealed(CommitTimelockedWeights(1, [0], [1]))
    assert found.call.name == "commit_timelocked_weights"
    arguments = found.call.arguments()
    assert arguments["commit_reveal_version"] == 4
    assert f"before round {arguments['reveal_round']} of the beacon" in found.effects[1]
    assert found.effects[1].endswith("the chain reveals them near block 1050")
    assert found.warnings == ()
    other = sealed(CommitTimelockedWeights(1, [0], [1], mechanism=3))
    assert other.call.name == "commit_timelocked_mechanism_weights"
    assert other.call.arguments()["mecid"] == 3


def test_a_chain_without_pulses_is_warned_of() -> None:
    (warning,) = sealed(CommitTimelockedWeights(1, [0], [1]), beacon=False).warnings
    assert warning.startswith("the chain receives no pulses (it has no drand pulse)")


def test_what_the_chain_would_not_open_is_refused() -> None:
    with pytest.raises(UsageError, match="version 3"):
        sealed(CommitTimelockedWeights(1, [0], [1]), CommitRevealWeightsVersion=3)
    with pytest.raises(UsageError, match="tempo of 0"):
        sealed(CommitTimelockedWeights(1, [0], [1]), Tempo=0)


def test_a_subnet_that_takes_no_commitments_is_warned_of() -> None:
    found = sealed(CommitTimelockedWeights(1, [0], [1]), CommitRevealWeightsEnabled=False)
    assert found.warnings == ("the subnet takes no commitments: use SetWeights",)
