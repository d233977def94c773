"""What is refused before a call runs, and with which code a client is told."""

from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets import subtensor
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from local_node.runtime.pallets.subtensor.guards.transaction_codes import REFUSAL_CODES
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)

WHO = key(1)


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    subnet(ctx, 1, neurons=2)
    go_to(ctx, 50)
    return ctx


def check(ctx: Context, name: str, who: bytes = WHO, **args: Any) -> None:
    check_call(ctx, who, ("SubtensorModule", (name, args)))


def test_every_error_has_a_code() -> None:
    assert {f"SubtensorModule.{name}" for name in subtensor.pallet.errors} == set(REFUSAL_CODES)
    assert REFUSAL_CODES["SubtensorModule.SettingWeightsTooFast"] == 6
    assert REFUSAL_CODES["SubtensorModule.NotEnoughStakeToSetWeights"] == 1
    assert REFUSAL_CODES["SubtensorModule.HotKeyNotRegisteredInSubNet"] == 19
    assert REFUSAL_CODES["SubtensorModule.ColdkeySwapAnnounced"] == 0
    # No code of their own: a bad request.
    assert REFUSAL_CODES["SubtensorModule.InvalidIpType"] == 255


def test_calls_without_a_guard_pass(ctx: Context) -> None:
    check(ctx, "start_call", netuid=1)
    check_call(ctx, WHO, ("System", ("remark", {"remark": b""})))


def test_an_announced_coldkey_swap_stops_every_pallet(ctx: Context) -> None:
    ctx.put(storage.ColdkeySwapAnnouncements, WHO, (1, bytes(32)))
    with refused(errors.ColdkeySwapAnnounced):
        check_call(ctx, WHO, ("Balances", ("burn", {"value": 1, "keep_alive": True})))
    check(ctx, "swap_coldkey_announced", new_coldkey=key(2))
    check_call(ctx, WHO, ("MevShield", ("submit_encrypted", {})))
    ctx.put(storage.ColdkeySwapDisputes, WHO, 1)
    with refused(errors.ColdkeySwapDisputed):
        check(ctx, "swap_coldkey_announced", new_coldkey=key(2))


def test_weights_need_equal_lengths_before_stake(ctx: Context) -> None:
    ctx.set(storage.StakeThreshold, 10)
    with refused(errors.InputLengthsUnequal):
        check(ctx, "batch_commit_weights", netuids=[1], commit_hashes=[])
    with refused(errors.NotEnoughStakeToSetWeights):
        check(ctx, "batch_commit_weights", netuids=[1], commit_hashes=[bytes(32)])
    with refused(errors.NotEnoughStakeToSetWeights):
        check(ctx, "set_weights", netuid=1, dests=[0], weights=[1], version_key=0)


def test_rate_limits_speak_only_of_registered_hotkeys(ctx: Context) -> None:
    hotkey = subnet(ctx)[1]
    ctx.put(storage.WeightsSetRateLimit, 1, 100)
    ctx.put(storage.LastUpdate, 1, [0, 1])
    commit = {"netuid": 1, "commit_hash": bytes(32)}
    check(ctx, "commit_weights", **commit)
    with refused(errors.CommittingWeightsTooFast):
        check(ctx, "commit_weights", who=hotkey, **commit)
    # Under commit and reveal setting is refused by the call itself, with an error of its own.
    row = {"netuid": 1, "dests": [0], "weights": [1], "version_key": 0}
    check(ctx, "set_weights", who=hotkey, **row)
    ctx.put(storage.CommitRevealWeightsEnabled, 1, False)
    with refused(errors.SettingWeightsTooFast):
        check(ctx, "set_weights", who=hotkey, **row)


def test_a_reveal_needs_its_commitment(ctx: Context) -> None:
    with refused(errors.NoWeightsCommitFound):
        check(ctx, "reveal_weights", netuid=1, uids=[], values=[], salt=[], version_key=0)


def test_takes_are_bounded_and_the_owners(ctx: Context) -> None:
    ctx.set(storage.MinDelegateTake, 10)
    for take, error in ((9, errors.DelegateTakeTooLow), (11_797, errors.DelegateTakeTooHigh)):
        with refused(error):
            check(ctx, "increase_take", hotkey=key(5), take=take)
    with refused(errors.HotKeyAccountNotExists):
        check(ctx, "decrease_take", hotkey=key(5), take=10)
    ctx.put(storage.Owner, key(5), key(6))
    with refused(errors.NonAssociatedColdKey):
        check(ctx, "decrease_take", hotkey=key(5), take=10)


def test_an_evm_key_needs_a_neuron(ctx: Context) -> None:
    args = {"netuid": 1, "evm_key": bytes(20), "block_number": 1, "signature": bytes(65)}
    with refused(errors.HotKeyNotRegisteredInSubNet):
        check(ctx, "associate_evm_key", **args)
    ctx.put(storage.AssociatedEvmAddress, (1, 1), (bytes(20), 50))
    with refused(errors.EvmKeyAssociateRateLimitExceeded):
        check(ctx, "associate_evm_key", who=subnet(ctx)[1], **args)
