"""Rows of weights: scaling, refusals, and the bytes that are hashed or sealed."""

from __future__ import annotations

from fractions import Fraction
from hashlib import blake2b
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk import CommitTimelockedWeights, CommitWeights, RevealWeights, SetWeights, UsageError
from btsdk.keys import Keypair
from btsdk.ops.commit_timelocked_weights import sealed_message
from btsdk.ops.commit_weights import weight_hash
from btsdk.ops.weight_row import WeightRow, scaled

HOTKEY = Keypair.from_uri("//Bob//hotkey").public_key


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=20).filter(any))
def test_the_greatest_weight_fills_the_scale(weights: list[float]) -> None:
    row = scaled(range(len(weights)), weights)
    assert max(row.values) == 65_535
    assert min(row.values) > 0
    exact = {
        uid: Fraction(weight) / Fraction(max(weights)) * 65_535
        for uid, weight in enumerate(weights)
    }
    for uid, value in zip(row.uids, row.values, strict=True):
        assert abs(value - exact[uid]) <= Fraction(1, 2) + Fraction(1, 10**6)
    for uid in set(exact) - set(row.uids):
        assert exact[uid] <= Fraction(1, 2)


@given(st.lists(st.integers(1, 65_535), max_size=20))
def test_a_row_of_the_chain_stays_as_it_is(values: list[int]) -> None:
    full = [*values, 65_535]
    assert scaled(range(len(full)), full).values == tuple(full)


@pytest.mark.parametrize("operation", [SetWeights, CommitTimelockedWeights, CommitWeights])
@pytest.mark.parametrize(
    ("netuid", "uids", "weights"),
    [
        (0, [0], [1]),
        (1, [0, 1], [1]),
        (1, [0, 0], [1, 1]),
        (1, [-1], [1]),
        (1, [70_000], [1]),
        (1, [0], [-1]),
        (1, [0], [nan]),
        (1, [0], [inf]),
        (1, [0, 1], [0, 0]),
        (1, [], []),
        (70_000, [0], [1]),
    ],
)
def test_what_no_subnet_takes(
    operation: type[SetWeights], netuid: int, uids: list[int], weights: list[float]
) -> None:
    with pytest.raises(UsageError):
        operation(netuid, uids, weights)


def test_no_such_mechanism() -> None:
    with pytest.raises(UsageError, match="mechanism"):
        SetWeights(1, [0], [1], mechanism=16)


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


def test_what_is_sealed_reads_as_the_chain_reads_it() -> None:
    data = sealed_message(HOTKEY, WeightRow((1, 300), (2, 65_535)), 9)
    assert data == (b"\x80" + HOTKEY + bytes.fromhex("0801002c01080200ffff0900000000000000"))
