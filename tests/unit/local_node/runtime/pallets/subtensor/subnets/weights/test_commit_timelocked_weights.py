"""Timelocked weights."""

from __future__ import annotations

from typing import Any

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import drand
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.weights.weights import hotkey
from tests.unit.local_node.runtime.support import decoded_events


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
