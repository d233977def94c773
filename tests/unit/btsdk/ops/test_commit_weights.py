"""Weights by a salted hash, and their reveal."""

from __future__ import annotations

from hashlib import blake2b

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.keys import Keypair, ss58
from btsdk.ops import CommitWeights, RevealWeights
from btsdk.ops.commit_weights import weight_hash
from btsdk.ops.weight_row import WeightRow
from tests.unit.btsdk.chain import ALICE, Chain, draft

HOTKEY = Keypair.from_uri("//Bob//hotkey").public_key


def test_the_two_halves_belong_together() -> None:
    commit = CommitWeights(1, [0, 1], [1, 2], version_key=3)
    assert commit.reveal() == RevealWeights(1, [0, 1], [1, 2], 3, commit.salt)
    assert commit.salt != CommitWeights(1, [0, 1], [1, 2]).salt
    with pytest.raises(UsageError, match="salt"):
        CommitWeights(1, [0], [1], salt=(70_000,))


def test_the_hash_is_that_of_the_scale_tuple() -> None:
    digest = weight_hash(HOTKEY, 4_097, WeightRow((1, 300), (2, 65_535)), (5, 6), 7)
    plain = (
        HOTKEY
        + bytes.fromhex("0110")
        + bytes.fromhex("08" + "0100" + "2c01")
        + bytes.fromhex("08" + "0200" + "ffff")
        + bytes.fromhex("08" + "0500" + "0600")
        + bytes.fromhex("0700000000000000")
    )
    assert digest == blake2b(plain, digest_size=32).digest()


MINE = {
    "NetworksAdded": True,
    "Uids": 0,
    "ValidatorPermit": [True],
    "MinAllowedWeights": 1,
    "WeightsVersionKey": 5,
    "CommitRevealWeightsEnabled": True,
}


IN_EPOCH_2 = {"SubnetEpochIndex": 2, "LastEpochBlock": 10**6, "Tempo": 360}


def test_a_commitment_is_the_hash_of_what_is_revealed() -> None:
    commit = CommitWeights(1, [0], [1], version_key=5)
    sent = draft(commit, Chain(**MINE))
    digest = weight_hash(ss58.decode(ALICE), 1, commit.row, commit.salt, 5)
    assert (sent.call.name, sent.call.arguments()["commit_hash"]) == ("commit_weights", digest)
    assert sent.warnings == ()
    known = Chain(WeightCommits=[(digest, 1, 2, 3)], **IN_EPOCH_2)
    revealed = draft(commit.reveal(), known)
    assert revealed.call.name == "reveal_weights"
    assert revealed.call.arguments()["salt"] == list(commit.salt)
    assert revealed.warnings == ()
    (warning,) = draft(commit.reveal(), Chain()).warnings
    assert "no current commitment" in warning


@pytest.mark.parametrize(
    ("index", "code"),
    [(4, "RevealTooEarly"), (5, "RevealTooEarly"), (6, None), (7, "ExpiredWeightCommit")],
)
def test_a_reveal_has_its_epoch(index: int, code: str | None) -> None:
    commit = CommitWeights(1, [0], [1], version_key=5)
    digest = weight_hash(ss58.decode(ALICE), 1, commit.row, commit.salt, 5)
    values = IN_EPOCH_2 | {"SubnetEpochIndex": index, "RevealPeriodEpochs": 1}
    chain = Chain(WeightCommits=[(digest, 5, 2, 3)], **values)
    codes = [refusal.code for refusal in draft(commit.reveal(), chain).refusals]
    assert codes == ([] if code is None else [f"SubtensorModule.{code}"])


def test_a_mechanism_has_calls_and_a_hash_of_its_own() -> None:
    commit = CommitWeights(1, [0], [1], version_key=5, mechanism=2)
    call = draft(commit, Chain(**MINE)).call
    assert call.name == "commit_mechanism_weights"
    index = 2 * 4_096 + 1
    digest = weight_hash(ss58.decode(ALICE), index, commit.row, commit.salt, 5)
    assert call.arguments() == {"netuid": 1, "mecid": 2, "commit_hash": digest}
    known = Chain(WeightCommits=[(digest, 1, 2, 3)], **IN_EPOCH_2)
    revealed = draft(commit.reveal(), known)
    assert (revealed.call.name, revealed.warnings) == ("reveal_mechanism_weights", ())


def test_what_would_not_count_is_warned_of() -> None:
    plain = Chain(**MINE | {"CommitRevealWeightsEnabled": False})
    warnings = draft(CommitWeights(1, [0], [1]), plain).warnings
    assert "the subnet takes no commitments: use SetWeights" in warnings
    assert "the reveal needs the subnet's version key 5" in warnings


@given(st.lists(st.integers(0, 65_535), min_size=8, max_size=8))
def test_the_salt_stays_out_of_what_is_shown(salt: list[int]) -> None:
    commit = CommitWeights(1, [0], [1], salt=tuple(salt))
    assert commit.salt == tuple(salt)
    assert "salt" not in repr(commit)
