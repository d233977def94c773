from __future__ import annotations

from typing import Any

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.weights.commits import commit_hash
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.weights.weights import (
    REVEAL,
    hotkey,
    reveal,
)
from tests.unit.local_node.runtime.support import decoded_events


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
