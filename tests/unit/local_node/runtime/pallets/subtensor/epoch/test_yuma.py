"""Yuma against the chain's own published epochs, and its masks and ties by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from local_node.runtime.arithmetic.fixed import I32F32, I96F32
from local_node.runtime.pallets.subtensor.epoch.math import ONE, to_u16
from local_node.runtime.pallets.subtensor.epoch.yuma import (
    EpochInput,
    EpochScores,
    Liquid,
    run_yuma,
)

EMISSION = 1_000_000_000
U16 = 65_535
Rows = list[list[tuple[int, int]]]


def proportion(part: int, whole: int) -> int:
    return I32F32.div(I32F32.from_int(part), I32F32.from_int(whole))


def stake_of(parts: list[int]) -> list[int]:
    """Shares of stake as the chain has them: I64F64 quotients cut to I32F32."""
    total = sum(parts)
    return [((part << 64) // total) >> 32 for part in parts]


def epoch_of(
    stake: list[int], weights: Rows, bonds: Rows | None = None, **changes: object
) -> EpochInput:
    n = len(stake)
    fields: dict[str, object] = {
        "stake": stake,
        "inactive": [False] * n,
        "forbidden": [False] * n,
        "max_validators": n,
        "owner_uid": None,
        "weights": weights,
        "bonds": bonds or [[] for _ in range(n)],
        "kappa": proportion(32767, U16),
        "bonds_penalty": ONE,
        "bonds_alpha": ONE - I32F32.from_float(0.9),
        "yuma3": False,
        "liquid": None,
    }
    return EpochInput(**{**fields, **changes})  # type: ignore[arg-type]


def emissions(scores: EpochScores) -> list[int]:
    whole = I96F32.from_int(EMISSION)
    return [I96F32.to_u64(I96F32.mul(share, whole)) for share in scores.combined_share]


def stored_bonds(scores: EpochScores) -> Rows:
    return [
        row if permitted else []
        for row, permitted in zip(scores.bonds, scores.permits, strict=True)
    ]


# `test_bonds` of the chain: four validators with stakes 1 to 4, four servers. For each epoch: rows
# of weights that change, the emission that the comments of the test give, and asserted bonds.
GRADED = [(4, 16383), (5, 32767), (6, 49149), (7, 65535)]
BONDS_EPOCHS = [
    (
        {0: GRADED, 1: GRADED, 2: GRADED, 3: GRADED},
        [49999998, 99999999, 150000000, 200000001, 49998779, 100000610, 149996337, 200004272],
        (4, [16383, 32767, 49151, 65535]),
    ),
    (
        {0: []},
        [44998351, 101110561, 151667215, 202223870, 49998779, 100000610, 149996337, 200004272],
        (4, [14582, 32767, 49151, 65535]),
    ),
    ({1: []}, None, (4, [12603, 28321, 49151, 65535])),
    (
        {2: []},
        [99999999, 199999999, 299999999, 399999999, 0, 0, 0, 0],
        (7, [12602, 28320, 49150, 65535]),
    ),
    (
        {2: [(7, 65535)]},
        [36443733, 81898628, 163565493, 218092144, 0, 0, 0, 500000000],
        (7, [10951, 24609, 49150, 65535]),
    ),
    (
        {},
        [32799427, 73706612, 168638129, 224855830, 0, 0, 0, 500000000],
        (7, [9559, 21482, 49150, 65535]),
    ),
    (
        {},
        [29518068, 66336137, 173203134, 230942659, 0, 0, 0, 500000000],
        (7, [8376, 18824, 49150, 65535]),
    ),
    ({}, [26565175, 59701871, 177311856, 236421095, 0, 0, 0, 500000000], None),
]


def test_the_published_sequence_of_bonds() -> None:
    stake = stake_of([1, 2, 3, 4, 0, 0, 0, 0])
    weights: Rows = [[] for _ in range(8)]
    bonds: Rows = [[] for _ in range(8)]
    for changes, emission, asserted in BONDS_EPOCHS:
        for uid, row in changes.items():
            weights[uid] = row
        scores = run_yuma(epoch_of(stake, weights, bonds))
        bonds = stored_bonds(scores)
        if emission is not None:
            assert emissions(scores) == emission
        if asserted is not None:
            server, expected = asserted
            assert [dict(bonds[uid])[server] for uid in range(4)] == expected


# `test_yuma_3_kappa_moves_first`: bonds on two servers and dividends of three validators, epoch by
# epoch, within 0.001; `None` repeats the weights.
A, B = [(3, U16), (4, 0)], [(3, 0), (4, U16)]
KAPPA_MOVES_FIRST = [
    ([A, A, A], [[0.1013, 0], [0.1013, 0], [0.1013, 0]], [0.8, 0.1, 0.1]),
    ([B, A, A], [[0.0908, 0.1013], [0.3697, 0], [0.3697, 0]], [1.0, 0, 0]),
    ([B, B, A], [[0.0815, 0.1924], [0.3170, 0.1013], [0.5580, 0]], [0.9382, 0.0618, 0]),
    ([B, B, B], [[0.0731, 0.2742], [0.2765, 0.1924], [0.4306, 0.1013]], [0.8819, 0.0773, 0.0407]),
    ([B, B, B], [[0.0656, 0.3478], [0.2435, 0.2742], [0.3589, 0.1924]], [0.8564, 0.0844, 0.0592]),
    ([B, B, B], [[0.0588, 0.4139], [0.2157, 0.3478], [0.3089, 0.2742]], [0.8418, 0.0884, 0.0697]),
]
# `test_yuma_3_liquid_alpha_disabled`, without the first of its three columns: it is no server.
PLAIN_YUMA_3 = [
    ([A, A, A], [[0.0250, 0], [0.0250, 0], [0.0250, 0]], [0.33, 0.33, 0.34]),
    ([A, A, A], [[0.0494, 0], [0.0494, 0], [0.0494, 0]], [0.33, 0.33, 0.34]),
    ([A, A, B], [[0.0731, 0], [0.0731, 0], [0.0481, 0.0250]], [0.3734, 0.3734, 0.2532]),
    ([A, A, A], [[0.0963, 0], [0.0963, 0], [0.0719, 0.0244]], [0.3611, 0.3611, 0.2779]),
]
LIQUID = Liquid(I32F32.from_float(0.1), I32F32.from_float(0.3), I32F32.from_int(1000))


@pytest.mark.parametrize(
    ("stakes", "liquid", "epochs"),
    [([8, 1, 1, 0, 0], LIQUID, KAPPA_MOVES_FIRST), ([33, 33, 34, 0, 0], None, PLAIN_YUMA_3)],
    ids=["liquid", "plain"],
)
def test_the_published_sequences_of_yuma_3(
    stakes: list[int],
    liquid: Liquid | None,
    epochs: list[tuple[Rows, list[list[float]], list[float]]],
) -> None:
    bonds: Rows = [[] for _ in range(5)]
    for rows, expected_bonds, expected_dividends in epochs:
        scores = run_yuma(
            epoch_of(
                stake_of(stakes),
                [*rows, [], []],
                bonds,
                max_validators=3,
                bonds_penalty=0,
                bonds_alpha=ONE - I32F32.from_float(0.975),
                yuma3=True,
                liquid=liquid,
            )
        )
        bonds = stored_bonds(scores)
        for row, expected in zip(bonds, expected_bonds, strict=False):
            found = [dict(row).get(server, 0) / U16 for server in (3, 4)]
            assert found == pytest.approx(expected, abs=1e-3)
        found = [to_u16(value) / U16 for value in scores.dividends[:3]]
        assert found == pytest.approx(expected_dividends, abs=1e-3)


def test_the_consensus_is_the_stake_weighted_median() -> None:
    # Half of the stake says nothing, four tenths say 1, a tenth says 0.4.
    weights: Rows = [[(3, U16)], [(3, 2 * 13107), (2, 3 * 13107)], [], []]
    scores = run_yuma(epoch_of(stake_of([4, 1, 5, 0]), weights, kappa=I32F32.from_float(0.45)))
    assert Fraction(scores.consensus[3], ONE) == pytest.approx(0.4, abs=1e-6)
    scores = run_yuma(epoch_of(stake_of([4, 1, 5, 0]), weights, kappa=I32F32.from_float(0.35)))
    assert scores.consensus[3] == ONE


def test_those_without_permit_and_the_inactive_count_for_nothing() -> None:
    weights: Rows = [[(2, U16)], [(3, U16)], [], []]
    scores = run_yuma(
        epoch_of(stake_of([1, 1, 0, 0]), weights, forbidden=[False, True, True, True])
    )
    assert scores.incentive == [0, 0, ONE, 0]
    assert scores.dividends == [ONE, 0, 0, 0]
    scores = run_yuma(epoch_of(stake_of([1, 1, 0, 0]), weights, inactive=[True, False]))
    assert scores.incentive == [0, 0, 0, ONE]


def test_without_weights_validators_share_by_stake() -> None:
    stake = stake_of([3, 1])
    scores = run_yuma(epoch_of(stake, [[], []]))
    assert scores.validator_share == scores.combined_share == stake
    assert scores.server_share == [0, 0]


def test_permits_go_to_the_greatest_stakes_and_the_owner() -> None:
    stake = stake_of([2, 2, 1, 2, 0])
    scores = run_yuma(epoch_of(stake, [[]] * 5, max_validators=2))
    assert scores.permits == [False, True, False, True, False]  # of equals the later ones
    scores = run_yuma(epoch_of(stake, [[]] * 5, max_validators=2, owner_uid=4))
    assert scores.permits == [False, True, False, True, True]
