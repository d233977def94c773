"""Weights in the open."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.weights.weights import hotkey
from tests.unit.local_node.runtime.support import decoded_events


def set_weights(ctx: Context, uids: list[int], values: list[int], **changed: Any) -> None:
    args: dict[str, Any] = {"netuid": 1, "dests": uids, "weights": values, "version_key": 0}
    signer = changed.pop("signer", hotkey(ctx))
    call(ctx, signer, "set_weights", **{**args, **changed})


class TestOpen:
    def test_stores_the_row_upscaled_and_notes_the_block(self, ctx: Context) -> None:
        set_weights(ctx, [0, 2], [1, 3])
        assert ctx.get(storage.Weights, (1, 1)) == [(0, 21_845), (2, 65_535)]
        assert ctx.get(storage.LastUpdate, 1)[1] == 50
        assert decoded_events(ctx)[-1] == ("SubtensorModule", "WeightsSet", (1, 1))

    def test_refusals(self, ctx: Context) -> None:
        ctx.put(storage.CommitRevealWeightsEnabled, 1, True)
        with refused(errors.CommitRevealEnabled):
            set_weights(ctx, [0], [1])
        ctx.put(storage.CommitRevealWeightsEnabled, 1, False)
        with refused(errors.CanNotSetRootNetworkWeights):
            ctx.put(storage.CommitRevealWeightsEnabled, 0, False)
            set_weights(ctx, [0], [1], netuid=0)
        with refused(errors.WeightVecNotEqualSize):
            set_weights(ctx, [0], [1, 2])
        with refused(errors.UidsLengthExceedUidsInSubNet):
            set_weights(ctx, [0] * 5, [1] * 5)
        with refused(errors.HotKeyNotRegisteredInSubNet):
            set_weights(ctx, [0], [1], signer=key(77))
        with refused(errors.NeuronNoValidatorPermit):
            set_weights(ctx, [0, 1], [1, 1], signer=hotkey(ctx, 2))
        with refused(errors.DuplicateUids):
            set_weights(ctx, [0, 0], [1, 1])
        with refused(errors.UidVecContainInvalidOne):
            set_weights(ctx, [0, 9], [1, 1])
        ctx.put(storage.MinAllowedWeights, 1, 3)
        with refused(errors.WeightVecLengthIsLow):
            set_weights(ctx, [0, 2], [1, 1])
        ctx.put(storage.WeightsVersionKey, 1, 7)
        with refused(errors.IncorrectWeightVersionKey):
            set_weights(ctx, [0, 2, 3], [1, 1, 1], version_key=6)
        set_weights(ctx, [0, 2, 3], [1, 1, 1], version_key=7)
        go_to(ctx, 59)
        with refused(errors.SettingWeightsTooFast):
            set_weights(ctx, [0, 2, 3], [1, 1, 1], version_key=7)
        go_to(ctx, 60)
        set_weights(ctx, [0, 2, 3], [1, 1, 1], version_key=7)

    def test_a_weight_on_oneself_needs_no_permit(self, ctx: Context) -> None:
        set_weights(ctx, [2], [1], signer=hotkey(ctx, 2))
        assert ctx.get(storage.Weights, (1, 2)) == [(2, 65_535)]

    def test_stake_below_the_threshold_keeps_all_but_the_owner_out(self, ctx: Context) -> None:
        ctx.set(storage.StakeThreshold, 1_000)
        with refused(errors.NotEnoughStakeToSetWeights):
            set_weights(ctx, [0], [1])
        increase_stake(ctx, hotkey(ctx), key(5), 1, 1_000)
        set_weights(ctx, [0], [1])
        ctx.set(storage.StakeThreshold, 10**18)
        set_weights(ctx, [1], [1], signer=hotkey(ctx, 0))

    def test_a_batch_goes_on_past_failures(self, ctx: Context) -> None:
        weights = [[(0, 1)], [(0, 1)]]
        call(
            ctx,
            hotkey(ctx),
            "batch_set_weights",
            netuids=[7, 1],
            weights=weights,
            version_keys=[0, 0],
        )
        assert ctx.get(storage.Weights, (1, 1)) == [(0, 65_535)]
        names = [name for _, name, _ in decoded_events(ctx)]
        assert names[-3:] == [
            "BatchCompletedWithErrors",
            "BatchWeightItemFailed",
            "BatchWeightsCompleted",
        ]
        with refused(errors.InputLengthsUnequal):
            call(ctx, hotkey(ctx), "batch_set_weights", netuids=[1], weights=[], version_keys=[])
