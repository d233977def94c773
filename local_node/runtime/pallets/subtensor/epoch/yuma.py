"""Yuma consensus, step by step: the reference for the fast implementation.

Validators weigh servers. The consensus is the stake-weighted median of the weights; weights above
it are clipped. Servers earn by the clipped weights, validators by the bonds that they accrue.

Invariant: pure, and equal to the chain in the last bit; numbers are ``I32F32`` bits unless stated
otherwise.
"""

from __future__ import annotations

from typing import NamedTuple

from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.pallets.subtensor.epoch.math import (
    ONE,
    Matrix,
    Row,
    Vector,
    averaged,
    averaged_by_alphas,
    clipped,
    column_divided,
    column_maxima,
    column_sums,
    columns_scaled,
    columns_weighted,
    divided,
    exp_bounded,
    in_ascending_order,
    interpolated,
    masked,
    normalized,
    product,
    row_normalized,
    row_sums,
    rows_scaled,
    rows_weighted,
    to_u16,
    top_nonzero,
    total,
    weighted_medians,
)

_HALF = ONE >> 1
_U16_MAX = I32F32.from_int(0xFFFF)


class Liquid(NamedTuple):
    """Liquid alpha: the range of the bonds' average, and the steepness of its sigmoid."""

    low: int
    high: int
    steepness: int


class EpochInput(NamedTuple):
    """The input of one mechanism's epoch.

    ``weights`` and ``bonds`` contain whole numbers up to 65,535 by row and column, without masked
    ones. ``forbidden`` and ``inactive`` may be shorter than the subnet: missing neurons are
    forbidden, or inactive.
    """

    stake: Vector
    inactive: list[bool]
    forbidden: list[bool]
    max_validators: int
    owner_uid: int | None
    weights: list[list[tuple[int, int]]]
    bonds: list[list[tuple[int, int]]]
    kappa: int
    bonds_penalty: int
    bonds_alpha: int
    yuma3: bool
    liquid: Liquid | None

    @property
    def size(self) -> int:
        """The number of neurons."""
        return len(self.stake)


class EpochScores(NamedTuple):
    """The result of an epoch, by uid.

    ``bonds`` are as stored, normalised to 65,535; the shares are shares of the emission.
    """

    permits: list[bool]
    consensus: Vector
    validator_trust: Vector
    incentive: Vector
    dividends: Vector
    bonds: list[list[tuple[int, int]]]
    server_share: Vector
    validator_share: Vector
    combined_share: Vector


def run_yuma(epoch: EpochInput) -> EpochScores:
    """Score every neuron of one mechanism."""
    active = normalized(masked(masked(epoch.stake, epoch.inactive), epoch.forbidden))
    weights = row_normalized(_fixed(epoch.weights))
    consensus = weighted_medians(active, weights, epoch.size, epoch.kappa)
    kept = clipped(weights, consensus)
    incentive = normalized(columns_weighted(kept, active, epoch.size))
    bonding = interpolated(weights, kept, epoch.size, epoch.bonds_penalty)
    step = _yuma3_bonds if epoch.yuma3 else _bonds
    bonds, dividends = step(epoch, bonding, active, consensus, incentive)
    return EpochScores(
        new_permits(epoch),
        consensus,
        row_sums(kept),
        incentive,
        dividends,
        [[(column, to_u16(value)) for column, value in row] for row in bonds],
        *emission_shares(epoch.stake, active, incentive, dividends),
    )


def new_permits(epoch: EpochInput) -> list[bool]:
    """The validators of the next epoch: the greatest stakes, and the subnet's owner."""
    permits = top_nonzero(epoch.stake, epoch.max_validators)
    if epoch.owner_uid is not None and epoch.owner_uid < len(permits):
        permits[epoch.owner_uid] = True
    return permits


def emission_shares(
    stake: Vector, active: Vector, incentive: Vector, dividends: Vector
) -> tuple[Vector, Vector, Vector]:
    """Shares of servers, validators and both; without scores validators share by stake."""
    combined = [I32F32.add(i, d) for i, d in zip(incentive, dividends, strict=True)]
    scored = total(combined)
    if scored == 0:
        by_stake = active if total(active) else stake
        return incentive, by_stake, by_stake
    return divided(incentive, scored), divided(dividends, scored), normalized(combined)


def _bonds(
    epoch: EpochInput, bonding: Matrix, active: Vector, consensus: Vector, incentive: Vector
) -> tuple[Matrix, Vector]:
    """The original Yuma bonds: columns sum to one, and are scaled to their maximum for storage."""
    size = epoch.size
    old = _column_normalized(_fixed(epoch.bonds), size)
    new = _column_normalized(rows_scaled(bonding, active), size)
    bonds = _column_normalized(averaged(new, old, epoch.bonds_alpha), size)
    dividends = normalized(rows_weighted(bonds, incentive))
    return column_divided(bonds, column_maxima(bonds, size)), dividends


def _yuma3_bonds(
    epoch: EpochInput, bonding: Matrix, active: Vector, consensus: Vector, incentive: Vector
) -> tuple[Matrix, Vector]:
    """Yuma 3's bonds: each between one validator and one server, not diluted by others."""
    old = [[(j, I32F32.safe_div(v, _U16_MAX)) for j, v in row] for row in _fixed(epoch.bonds)]
    if epoch.liquid is not None and any(consensus):
        alphas = _liquid_alphas(epoch.liquid, bonding, old, consensus)
        bonds = averaged_by_alphas(bonding, old, alphas)
    else:
        bonds = averaged(bonding, old, epoch.bonds_alpha)
    owned = columns_scaled(_column_normalized(bonds, epoch.size), incentive)
    return bonds, normalized(product(row_sums(owned), active))


def _liquid_alphas(
    liquid: Liquid, bonding: Matrix, old: Matrix, consensus: Vector
) -> list[dict[int, int]]:
    """An alpha for every weight: high if it exceeds the consensus or if its bond must fall."""
    alphas = []
    for row, old_row in zip(bonding, old, strict=True):
        weights, bonds = in_ascending_order(row), in_ascending_order(old_row)
        alphas.append(
            {
                column: liquid_alpha(
                    liquid, consensus[column], weights.get(column, 0), bonds.get(column, 0)
                )
                for column, _ in row
            }
        )
    return alphas


def liquid_alpha(liquid: Liquid, consensus: int, weight: int, bond: int) -> int:
    """The alpha on the sigmoid between low and high, by the distance that the bond must move."""
    bought = max(0, min(I32F32.sub(weight, consensus), ONE))
    sold = max(0, min(I32F32.sub(bond, weight), ONE))
    distance = bought if weight >= bond else sold
    slope = I32F32.div(liquid.steepness, I32F32.from_int(-100))
    power = exp_bounded(I32F32.mul(slope, I32F32.sub(distance, _HALF)))
    sigmoid = I32F32.div(ONE, I32F32.add(ONE, power))
    alpha = I32F32.add(liquid.low, I32F32.mul(sigmoid, I32F32.sub(liquid.high, liquid.low)))
    return max(min(alpha, liquid.high), liquid.low)


def _column_normalized(matrix: Matrix, columns: int) -> Matrix:
    return column_divided(matrix, column_sums(matrix, columns))


def _fixed(rows: list[list[tuple[int, int]]]) -> Matrix:
    """Whole numbers as ``I32F32``."""
    return [_fixed_row(row) for row in rows]


def _fixed_row(row: list[tuple[int, int]]) -> Row:
    return [(column, I32F32.from_int(value)) for column, value in row]
