"""Weights in the open, committed and revealed, and timelocked."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import drand
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.subnets.weights.commits import Reveal, commit_hash
from local_node.runtime.pallets.subtensor.subnets.weights.rows import max_upscale
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    call,
    dev_context,
    go_to,
    key,
    refused,
    subnet,
)
from tests.unit.local_node.runtime.support import decoded_events

VALIDATOR = 1


@pytest.fixture
def ctx() -> Context:
    """Four neurons on subnet 1, of which uid 1 holds a permit; open weights."""
    ctx = dev_context()
    subnet(ctx, 1, neurons=4)
    ctx.put(storage.ValidatorPermit, 1, [False, True, False, False])
    ctx.put(storage.CommitRevealWeightsEnabled, 1, False)
    ctx.put(storage.WeightsSetRateLimit, 1, 10)
    go_to(ctx, 50)
    return ctx


def hotkey(ctx: Context, uid: int = VALIDATOR) -> bytes:
    return subnet(ctx)[uid]


def set_weights(ctx: Context, uids: list[int], values: list[int], **changed: Any) -> None:
    args: dict[str, Any] = {"netuid": 1, "dests": uids, "weights": values, "version_key": 0}
    signer = changed.pop("signer", hotkey(ctx))
    call(ctx, signer, "set_weights", **{**args, **changed})


class TestUpscaling:
    @given(st.lists(st.integers(0, 0xFFFF), max_size=20))
    def test_the_greatest_becomes_full_and_the_others_keep_their_share(
        self, values: list[int]
    ) -> None:
        scaled = max_upscale(values)
        greatest = max(values, default=0)
        if greatest == 0:
            assert scaled == [0] * len(values)
            return
        assert max(scaled) == 0xFFFF
        for value, got in zip(values, scaled, strict=True):
            # The factor is cut to 32 binary places before it meets the value.
            assert abs(got - Fraction(value * 0xFFFF, greatest)) <= Fraction(1, 2) + Fraction(
                1, 2**15
            )

    def test_ties_round_away_from_zero(self) -> None:
        # 65,535 / 2 = 32,767.5
        assert max_upscale([1, 2]) == [32_768, 65_535]


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


@pytest.fixture
def secret(ctx: Context) -> Context:
    """As `ctx`, under commit and reveal; epochs come only when a test says so."""
    ctx.put(storage.CommitRevealWeightsEnabled, 1, True)
    ctx.put(storage.WeightsSetRateLimit, 1, 0)
    ctx.put(storage.LastEpochBlock, 1, 50)
    ctx.put(storage.Tempo, 1, 50_000)
    ctx.put(storage.SubnetEpochIndex, 1, 5)
    return ctx


REVEAL = Reveal([0, 2], [1, 3], [11, 12], 0)


def commit(ctx: Context, reveal: Reveal = REVEAL) -> bytes:
    hashed = commit_hash(hotkey(ctx), 1, reveal)
    call(ctx, hotkey(ctx), "commit_weights", netuid=1, commit_hash=hashed)
    return hashed


def reveal(ctx: Context, revealed: Reveal = REVEAL) -> None:
    call(ctx, hotkey(ctx), "reveal_weights", netuid=1, **revealed._asdict())


class TestCommitAndReveal:
    def test_the_hash_is_that_of_the_scale_tuple(self) -> None:
        who = key(3)
        data = (
            who
            + b"\x01\x10"
            + b"\x08\x00\x00\x02\x00"
            + b"\x08\x01\x00\x03\x00"
            + b"\x08\x0b\x00\x0c\x00"
            + b"\x09"
            + bytes(7)
        )
        assert commit_hash(who, 4097, REVEAL._replace(version_key=9)) == blake2_256(data)

    def test_revealed_in_its_epoch_the_weights_are_set(self, secret: Context) -> None:
        hashed = commit(secret)
        assert secret.get(storage.WeightCommits, (1, hotkey(secret))) == [(hashed, 5, 50, 0)]
        secret.put(storage.SubnetEpochIndex, 1, 6)
        reveal(secret)
        assert secret.get(storage.Weights, (1, 1)) == [(0, 21_845), (2, 65_535)]
        assert secret.get(storage.WeightCommits, (1, hotkey(secret))) is None
        # The commitment was the update; revealing is none.
        assert secret.get(storage.LastUpdate, 1)[1] == 50

    def test_neither_sooner_nor_later(self, secret: Context) -> None:
        commit(secret)
        with refused(errors.RevealTooEarly):
            reveal(secret)
        secret.put(storage.SubnetEpochIndex, 1, 7)
        with refused(errors.RevealTooEarly):
            # The guard meets the expired commitment before the call does.
            reveal(secret)

    def test_an_epoch_that_is_due_counts_already(self, secret: Context) -> None:
        commit(secret)
        secret.put(storage.PendingEpochAt, 1, 50)
        reveal(secret)
        assert secret.contains(storage.Weights, (1, 1))

    def test_a_reveal_gives_up_what_was_committed_before_it(self, secret: Context) -> None:
        commit(secret)
        second = REVEAL._replace(salt=[99])
        commit(secret, second)
        secret.put(storage.SubnetEpochIndex, 1, 6)
        reveal(secret, second)
        with refused(errors.NoWeightsCommitFound):
            reveal(secret)

    def test_a_batch_reveals_several(self, secret: Context) -> None:
        second = REVEAL._replace(salt=[99], values=[2, 2])
        commit(secret)
        commit(secret, second)
        secret.put(storage.SubnetEpochIndex, 1, 6)
        both = (REVEAL, second)
        call(
            secret,
            hotkey(secret),
            "batch_reveal_weights",
            netuid=1,
            uids_list=[r.uids for r in both],
            values_list=[r.values for r in both],
            salts_list=[r.salt for r in both],
            version_keys=[r.version_key for r in both],
        )
        assert secret.get(storage.Weights, (1, 1)) == [(0, 65_535), (2, 65_535)]
        assert secret.get(storage.WeightCommits, (1, hotkey(secret))) is None

    def test_ten_unrevealed_are_enough(self, secret: Context) -> None:
        for salt in range(10):
            commit(secret, REVEAL._replace(salt=[salt]))
        with refused(errors.TooManyUnrevealedCommits):
            commit(secret)
        # Two epochs on they have expired and make room.
        secret.put(storage.SubnetEpochIndex, 1, 7)
        commit(secret)
        assert len(secret.get(storage.WeightCommits, (1, hotkey(secret))) or ()) == 1

    def test_refused_where_weights_are_open(self, ctx: Context) -> None:
        with refused(errors.CommitRevealDisabled):
            commit(ctx)


class TestTimelocked:
    def commit(self, ctx: Context, **changed: Any) -> None:
        args = {"netuid": 1, "commit": b"sealed", "reveal_round": 100, "commit_reveal_version": 4}
        call(ctx, hotkey(ctx), "commit_timelocked_weights", **{**args, **changed})

    def test_is_stored_by_epoch(self, secret: Context) -> None:
        self.commit(secret)
        entry = (hotkey(secret), 50, b"sealed", 100)
        assert secret.get(storage.TimelockedWeightCommits, (1, 5)) == [entry]
        event = ("TimelockedWeightsCommitted", (hotkey(secret), 1, blake2_256(b"sealed"), 100))
        assert decoded_events(secret)[-1][1:] == event

    def test_refusals(self, secret: Context) -> None:
        with refused(errors.IncorrectCommitRevealVersion):
            self.commit(secret, commit_reveal_version=3)
        secret.set(drand.storage.LastStoredRound, 101)
        with refused(errors.InvalidRevealRound):
            self.commit(secret)
        for _ in range(10):
            self.commit(secret, reveal_round=101)
        with refused(errors.TooManyUnrevealedCommits):
            self.commit(secret, reveal_round=101)


class TestMechanisms:
    """The same calls for the second mechanism of a subnet, whose storage index is 4,096 + 1."""

    INDEX = 4_097

    @pytest.fixture
    def two(self, ctx: Context) -> Context:
        ctx.put(storage.MechanismCountCurrent, 1, 2)
        ctx.put(storage.LastUpdate, self.INDEX, [0, 0, 0, 0])
        return ctx

    @pytest.fixture
    def two_secret(self, two: Context, secret: Context) -> Context:
        return secret

    def set_weights(self, ctx: Context, mechanism: int, signer: bytes | None = None) -> None:
        args = {"netuid": 1, "dests": [0, 2], "weights": [1, 3], "version_key": 0}
        call(ctx, signer or hotkey(ctx), "set_mechanism_weights", mecid=mechanism, **args)

    def commit(self, ctx: Context, name: str, **args: Any) -> None:
        call(ctx, hotkey(ctx), name, netuid=1, mecid=1, **args)

    def test_a_row_of_its_own(self, two: Context) -> None:
        self.set_weights(two, 1)
        assert two.get(storage.Weights, (self.INDEX, 1)) == [(0, 21_845), (2, 65_535)]
        assert not two.contains(storage.Weights, (1, 1))
        assert two.get(storage.LastUpdate, self.INDEX) == [0, 50, 0, 0]
        assert decoded_events(two)[-1] == ("SubtensorModule", "WeightsSet", (self.INDEX, 1))

    def test_a_rate_limit_of_its_own(self, two: Context) -> None:
        self.set_weights(two, 1)
        go_to(two, 59)
        with refused(errors.SettingWeightsTooFast):
            self.set_weights(two, 1)
        self.set_weights(two, 0)
        go_to(two, 60)
        self.set_weights(two, 1)

    def test_it_must_be_there(self, two: Context) -> None:
        """`check_rate_limit` is false for a mechanism that is not there, and the guard asks it
        first; only of whom the subnet does not know does it ask nothing."""
        with refused(errors.SettingWeightsTooFast):
            self.set_weights(two, 2)
        with refused(errors.MechanismDoesNotExist):
            self.set_weights(two, 2, key(77))
        two.put(storage.CommitRevealWeightsEnabled, 1, True)
        with refused(errors.CommitRevealEnabled):
            self.set_weights(two, 2)

    def test_a_commitment_is_for_one_mechanism(self, two_secret: Context) -> None:
        """`get_commit_hash` hashes the storage index, so the same weights differ between them."""
        ctx = two_secret
        hashed = commit_hash(hotkey(ctx), self.INDEX, REVEAL)
        self.commit(ctx, "commit_mechanism_weights", commit_hash=hashed)
        assert ctx.get(storage.WeightCommits, (self.INDEX, hotkey(ctx))) == [(hashed, 5, 50, 0)]
        committed = ("WeightsCommitted", (hotkey(ctx), self.INDEX, hashed))
        assert decoded_events(ctx)[-1][1:] == committed
        ctx.put(storage.SubnetEpochIndex, 1, 6)
        with refused(errors.NoWeightsCommitFound):
            reveal(ctx)
        self.commit(ctx, "reveal_mechanism_weights", **REVEAL._asdict())
        assert ctx.get(storage.Weights, (self.INDEX, 1)) == [(0, 21_845), (2, 65_535)]
        assert not ctx.contains(storage.WeightCommits, (self.INDEX, hotkey(ctx)))
        names = [name for _, name, _ in decoded_events(ctx)]
        assert names[-2:] == ["WeightsSet", "WeightsRevealed"]

    def test_timelocked(self, two_secret: Context) -> None:
        ctx = two_secret
        sealed = {"commit": b"sealed", "reveal_round": 100}
        name = "commit_timelocked_mechanism_weights"
        self.commit(ctx, name, **sealed, commit_reveal_version=4)
        # The older form names no version and means the fourth.
        self.commit(ctx, "commit_crv3_mechanism_weights", **sealed)
        entry = (hotkey(ctx), 50, b"sealed", 100)
        assert ctx.get(storage.TimelockedWeightCommits, (self.INDEX, 5)) == [entry, entry]
        assert ctx.get(storage.TimelockedWeightCommits, (1, 5)) == []
        ctx.set(storage.CommitRevealWeightsVersion, 5)
        with refused(errors.IncorrectCommitRevealVersion):
            self.commit(ctx, "commit_crv3_mechanism_weights", **sealed)
        self.commit(ctx, name, **sealed, commit_reveal_version=5)

    def test_updates_begin_as_long_as_the_subnet(self, two: Context) -> None:
        """`get_last_update` fills up with zeros, as for a mechanism before its first epoch."""
        two.remove(storage.LastUpdate, self.INDEX)
        self.set_weights(two, 1)
        assert two.get(storage.LastUpdate, self.INDEX) == [0, 50, 0, 0]
