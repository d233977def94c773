"""Weights committed and revealed."""

from __future__ import annotations

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.subnets.weights.commits import commit_hash
from tests.unit.local_node.runtime.pallets.subtensor.chain import call, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.weights.weights import (
    REVEAL,
    commit,
    hotkey,
    reveal,
)


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
