"""Yuma consensus on arrays: the steps of `yuma` on whole matrices.

Invariant: equal to `yuma.run_yuma` in every bit. Input that exceeds the range of the arrays, or
their assumed order (an average above one, a duplicate column in a row), is left to the reference
implementation.
"""

from __future__ import annotations

import numpy as np

from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.pallets.subtensor.epoch.math import (
    Vector,
    masked,
    normalized,
    product,
)
from local_node.runtime.pallets.subtensor.epoch.vectors import (
    ONE,
    Ints,
    Sparse,
    by_rows,
    div,
    div_whole,
    exp_bounded,
    ints,
    mul,
    reciprocal,
    sparse,
)
from local_node.runtime.pallets.subtensor.epoch.yuma import (
    EpochInput,
    EpochScores,
    Liquid,
    emission_shares,
    new_permits,
    run_yuma,
)

_HALF = ONE >> 1
_U16_MAX = 0xFFFF


def run_yuma_fast(epoch: EpochInput) -> EpochScores:
    """Score every neuron of one mechanism."""
    weights, bonds = sparse(epoch.weights), sparse(epoch.bonds)
    if not _in_range(epoch, weights, bonds):
        return run_yuma(epoch)
    active = normalized(masked(masked(epoch.stake, epoch.inactive), epoch.forbidden))
    shares = ints(active)
    weights = _row_normalized(weights)
    consensus = _weighted_medians(active, weights, epoch.kappa)
    limits = consensus[weights.columns]
    clipped = weights.replaced(np.minimum(weights.values, limits))
    kept = clipped.kept((weights.values <= limits) | (limits > 0))
    ranks = kept.column_sums(mul(shares[kept.rows], kept.values))
    incentive = normalized(ranks.tolist())
    bonding = _bonding_weights(weights, clipped, kept, epoch.bonds_penalty)
    step = _yuma3_bonds if epoch.yuma3 else _bonds
    stored, dividends = step(epoch, bonding, bonds, active, consensus, incentive)
    return EpochScores(
        new_permits(epoch),
        consensus.tolist(),
        kept.row_sums(kept.values).tolist(),
        incentive,
        dividends,
        _as_stored(stored),
        *emission_shares(epoch.stake, active, incentive, dividends),
    )


def _in_range(epoch: EpochInput, weights: Sparse, bonds: Sparse) -> bool:
    alpha_fits = 0 <= epoch.bonds_alpha <= ONE
    return alpha_fits and all(
        len(np.unique(matrix.keys())) == len(matrix.rows) for matrix in (weights, bonds)
    )


def _row_normalized(weights: Sparse) -> Sparse:
    """Rows of whole numbers, divided by their sums."""
    sums = weights.row_sums(weights.values)[weights.rows]
    return weights.replaced(div_whole(weights.values, sums))


def _column_normalized(matrix: Sparse) -> Sparse:
    sums = matrix.column_sums(matrix.values)[matrix.columns]
    return matrix.replaced(div(matrix.values, sums))


def _weighted_medians(active: Vector, weights: Sparse, majority: int) -> Ints:
    """The least score of each column whose holders, with those below, exceed the minority."""
    holders = [uid for uid, held in enumerate(active) if held > 0]
    size = weights.size
    if not holders:
        return np.zeros(size, dtype=np.int64)
    shares = normalized([active[uid] for uid in holders])
    minority = I32F32.sub(I32F32.wrap(sum(shares)), majority)
    position = np.full(size, -1, dtype=np.int64)
    position[holders] = np.arange(len(holders))
    held = weights.kept(position[weights.rows] >= 0)
    scores = np.zeros((size, len(holders)), dtype=np.int64)
    scores[held.columns, position[held.rows]] = held.values
    order = np.argsort(scores, axis=1)
    above = np.cumsum(ints(shares)[order], axis=1) > minority
    first = np.where(above.any(axis=1), above.argmax(axis=1), len(holders) - 1)
    chosen = order[np.arange(size), first]
    return scores[np.arange(size), chosen]


def _bonding_weights(weights: Sparse, clipped: Sparse, kept: Sparse, penalty: int) -> Sparse:
    """Interpolation between the weights and the clipped ones; positive numbers only, by column."""
    if penalty == 0:
        return weights
    if penalty == ONE:
        return kept
    moved = weights.values + mul(clipped.values - weights.values, ints(penalty))
    matrix = weights.replaced(moved).kept(moved > 0)
    return _ordered(matrix)


def _ordered(matrix: Sparse) -> Sparse:
    order = np.argsort(matrix.keys())
    return Sparse(matrix.rows[order], matrix.columns[order], matrix.values[order], matrix.size)


def _averaged(new: Sparse, old: Sparse, alpha: int) -> Sparse:
    """``alpha * new + (1 - alpha) * old``; positive numbers only, by column."""
    keys = np.concatenate([new.keys(), old.keys()])
    values = np.concatenate([mul(new.values, ints(alpha)), mul(old.values, ints(ONE - alpha))])
    unique, places = np.unique(keys, return_inverse=True)
    sums = np.bincount(places, weights=values, minlength=len(unique)).astype(np.int64)
    rows, columns = np.divmod(unique, new.size)
    return Sparse(rows, columns, sums, new.size).kept(sums > 0)


def _bonds(
    epoch: EpochInput,
    bonding: Sparse,
    bonds: Sparse,
    active: Vector,
    consensus: Ints,
    incentive: Vector,
) -> tuple[Sparse, Vector]:
    """The original Yuma bonds, scaled for storage to each column's maximum."""
    sums = bonds.column_sums(bonds.values)[bonds.columns]
    old = bonds.replaced(div_whole(bonds.values, sums))
    fresh = bonding.replaced(mul(bonding.values, ints(active)[bonding.rows]))
    averaged = _averaged(_column_normalized(fresh), old, epoch.bonds_alpha)
    matrix = _column_normalized(averaged)
    earned = mul(ints(incentive)[matrix.columns], matrix.values)
    dividends = normalized(matrix.row_sums(earned).tolist())
    greatest = np.zeros(matrix.size, dtype=np.int64)
    np.maximum.at(greatest, matrix.columns, matrix.values)
    return matrix.replaced(div(matrix.values, greatest[matrix.columns])), dividends


def _yuma3_bonds(
    epoch: EpochInput,
    bonding: Sparse,
    bonds: Sparse,
    active: Vector,
    consensus: Ints,
    incentive: Vector,
) -> tuple[Sparse, Vector]:
    """Yuma 3's bonds."""
    old = bonds.replaced((bonds.values << 32) // _U16_MAX)
    if epoch.liquid is not None and consensus.any():
        matrix = _averaged_by_alphas(epoch.liquid, bonding, old, consensus)
    else:
        matrix = _averaged(bonding, old, epoch.bonds_alpha)
    shares = _column_normalized(matrix)
    owned = matrix.row_sums(mul(shares.values, ints(incentive)[matrix.columns]))
    return matrix, normalized(product(owned.tolist(), active))


def _averaged_by_alphas(liquid: Liquid, new: Sparse, old: Sparse, consensus: Ints) -> Sparse:
    """The average with an alpha per weight; entries of the weights only, at most one."""
    met_weights = np.where(_in_ascending_order(new), new.values, 0)
    met_bonds = old.replaced(np.where(_in_ascending_order(old), old.values, 0))
    alphas = _liquid_alphas(liquid, consensus[new.columns], met_weights, _looked_up(met_bonds, new))
    decayed = mul(_looked_up(old, new), ONE - alphas)
    fresh = np.maximum(mul(alphas, new.values), 0)
    values = np.minimum(decayed + fresh, ONE)
    return new.replaced(values).kept(values > 0)


def _in_ascending_order(matrix: Sparse) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """The entries that a merge by ascending column meets: each greater than all before in its
    row."""
    keys = matrix.keys()
    highest = np.maximum.accumulate(keys)
    met = np.ones(len(keys), dtype=np.bool_)
    met[1:] = keys[1:] > highest[:-1]
    return met


def _looked_up(matrix: Sparse, places: Sparse) -> Ints:
    """The matrix's numbers at the places of another, or zero."""
    if not len(matrix.rows):
        return np.zeros(len(places.rows), dtype=np.int64)
    ordered = _ordered(matrix)
    keys, wanted = ordered.keys(), places.keys()
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[at] == wanted, ordered.values[at], 0)


def _liquid_alphas(liquid: Liquid, consensus: Ints, weights: Ints, bonds: Ints) -> Ints:
    bought = np.clip(weights - consensus, 0, ONE)
    sold = np.clip(bonds - weights, 0, ONE)
    distance = np.where(weights >= bonds, bought, sold)
    slope = I32F32.div(liquid.steepness, I32F32.from_int(-100))
    sigmoid = reciprocal(ONE + exp_bounded(mul(distance - _HALF, ints(slope))))
    alphas = liquid.low + mul(sigmoid, ints(liquid.high - liquid.low))
    return np.maximum(np.minimum(alphas, liquid.high), liquid.low)


def _as_stored(matrix: Sparse) -> list[list[tuple[int, int]]]:
    """Proportions normalised to 65,535, as stored."""
    return by_rows(matrix.replaced(np.minimum((matrix.values * _U16_MAX) >> 32, _U16_MAX)))
