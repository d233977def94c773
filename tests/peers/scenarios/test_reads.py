"""All reads of the SDK against one chain; an owner's tempo, epochs and buybacks."""

from __future__ import annotations

from typing import Any

import pytest

from tests.peers.scenarios.conftest import Play
from tests.peers.scenarios.reckoning import (
    HALF,
    TAO,
    bought,
    events,
    refused,
    succeeded,
    swap_fee,
)

pytestmark = [pytest.mark.peer, pytest.mark.slow]

NETUID = 2
FEE_RATE = 33
STOPPED = {
    # The item is empty where emission goes by price, as it does at 425: the SDK unpacks it anyway.
    "get_ema_tao_inflow": "TypeError: cannot unpack non-iterable NoneType object",
    # No constant of the chain, which has `InitialMaxEpochsPerBlock` and a storage item.
    "get_max_epochs_per_block": "Exception: Unable to retrieve MaxEpochsPerBlock constant.",
}
"""What 10.5 cannot read of Subtensor itself as of 425."""


def test_reads(play: Play) -> None:
    seen = play("reads")
    assert seen["everything"]["stopped"] == STOPPED
    assert len(seen["everything"]["answered"]) > 120
    _agrees_on_time(seen["schedule"])
    _agrees_on_stake(seen["holdings"], **seen["prepare"])
    _runs_epochs(seen["owners_time"])
    _buys_back(seen["buyback"])


def _agrees_on_time(told: dict[str, Any]) -> None:
    block, state = told["block"], told["state"]
    assert state["current_block"] == block
    assert state["tempo"] == 10
    assert told["next_epoch"] == state["last_epoch_block"] + state["tempo"]
    assert told["until"] == told["next_epoch"] - block
    assert told["since"] == state["blocks_since_last_step"] == block - state["last_epoch_block"]
    number, block_hash, stamp, extrinsics = told["info"]
    assert (number, block_hash) == (block, told["hash"])
    assert extrinsics >= 1
    before, after = told["stamps"]
    assert stamp == after * 1_000
    # A slot is a quarter of a second; one may have been missed.
    assert (after - before) % 0.25 == 0
    assert after > before
    assert told["limits"] == [360, 50_400]


def _agrees_on_stake(told: dict[str, Any], coldkey: str, hotkey: str) -> None:
    stake = told["stake"]
    assert stake > 0
    assert stake == told["hotkey_stake"] == told["info"] == told["total_alpha"]
    assert told["infos"] == [stake]
    free = {"total": stake, "locked": 0, "available": stake}
    assert told["availability"] == {coldkey: {str(NETUID): free}}
    tao, alpha = told["reserves"]
    assert told["price"] == pytest.approx(tao * TAO // alpha, abs=1)
    assert told["prices"] == {"0": TAO, "1": TAO, str(NETUID): told["price"]}
    assert told["shares"] == [0.0, 1.0]
    assert told["balances"][hotkey] == 0
    assert told["balances"][coldkey] > 999_000 * TAO


def _runs_epochs(told: dict[str, Any]) -> None:
    refused(told["short"], "TempoOutOfBounds")
    assert "BadOrigin" in told["foreign"]["message"]
    assert events(succeeded(told["told"]), "TempoSet") == [[NETUID, 400]]
    assert told["tempo"] == 400
    # An epoch that is called for leaves the freeze window, here four blocks, before it.
    [said] = events(succeeded(told["triggered"]), "EpochTriggered")
    assert said["fires_at"] == told["pending"] == told["triggered"]["block"] + 4
    assert told["last_epoch"] == told["pending"]
    succeeded(told["factor"])
    assert told["factor_now"] == 2_000


def _buys_back(told: dict[str, Any]) -> None:
    succeeded(told)
    before, after = told["pools"]
    pool = {**before, "fee_rate": FEE_RATE, "quote": HALF}
    fee = swap_fee(3 * TAO, pool)
    [said] = events(told, "AddStakeBurn")
    alpha = said["alpha"]
    assert alpha == pytest.approx(bought(pool, 3 * TAO - fee), abs=2)
    assert (said["netuid"], said["amount"]) == (NETUID, 3 * TAO)
    assert told["paid"] == 3 * TAO + told["fee"]
    assert after["tao"] - before["tao"] == 3 * TAO - fee
    assert before["alpha_in"] - after["alpha_in"] == alpha
    # What is burned counts as out for ever; only recycling takes it back.
    assert after["alpha_out"] - before["alpha_out"] == alpha + TAO
    assert told["stakes"][0] == told["stakes"][1]
