"""Vectors and sparse matrices of ``I32F32`` numbers, in plain Python.

A vector is a list of raw bits, a sparse matrix a list of rows of ``(column, bits)``. Invariant:
results equal the chain's in the last bit, in the order of a row's entries; entries that the chain
drops (zeros of a clipped or averaged matrix) are dropped here too.
"""

from __future__ import annotations

from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.arithmetic.transcendental import exp

Vector = list[int]
Row = list[tuple[int, int]]
Matrix = list[Row]

ONE = I32F32.one
_EXP_BOUND = I32F32.from_int(20)


def total(vector: Vector) -> int:
    """Sum, as the chain's unchecked ``sum``."""
    return I32F32.wrap(sum(vector))


def normalized(vector: Vector) -> Vector:
    """The vector divided by its sum; unchanged if that is zero."""
    return divided(vector, total(vector))


def divided(vector: Vector, divisor: int) -> Vector:
    """The vector divided by a number; unchanged if that is zero."""
    return [I32F32.safe_div(value, divisor) for value in vector] if divisor else vector


def masked(vector: Vector, drop: list[bool]) -> Vector:
    """Zeros where ``drop`` is true or missing."""
    return [0 if uid >= len(drop) or drop[uid] else value for uid, value in enumerate(vector)]


def top_nonzero(vector: Vector, count: int) -> list[bool]:
    """Whether each number is non-zero and among the ``count`` greatest; later ones win ties."""
    chosen = [value != 0 for value in vector]
    if len(vector) >= count:
        order = sorted(range(len(vector)), key=lambda uid: vector[uid])
        for uid in order[: len(vector) - count]:
            chosen[uid] = False
    return chosen


def product(a: Vector, b: Vector) -> Vector:
    """Element-wise product; zero on overflow."""
    return [I32F32.checked_mul(x, y) or 0 for x, y in zip(a, b, strict=True)]


def row_normalized(matrix: Matrix) -> Matrix:
    """Each row divided by its sum, if that is positive."""
    return [_row_divided(row, total([value for _, value in row])) for row in matrix]


def column_sums(matrix: Matrix, columns: int) -> Vector:
    """The sum of each column."""
    sums = [0] * columns
    for row in matrix:
        for column, value in row:
            sums[column] = I32F32.add(sums[column], value)
    return sums


def column_divided(matrix: Matrix, divisors: Vector) -> Matrix:
    """Each column divided by its divisor; unchanged if that is zero."""
    return [
        [(j, I32F32.safe_div(v, divisors[j]) if divisors[j] else v) for j, v in row]
        for row in matrix
    ]


def column_maxima(matrix: Matrix, columns: int) -> Vector:
    """The maximum of each column, at least zero."""
    maxima = [0] * columns
    for row in matrix:
        for column, value in row:
            maxima[column] = max(maxima[column], value)
    return maxima


def row_sums(matrix: Matrix) -> Vector:
    """The sum of each row."""
    return [total([value for _, value in row]) for row in matrix]


def rows_scaled(matrix: Matrix, scale: Vector) -> Matrix:
    """Each row times its factor."""
    return [
        [(j, I32F32.mul(v, factor)) for j, v in row]
        for row, factor in zip(matrix, scale, strict=True)
    ]


def columns_scaled(matrix: Matrix, scale: Vector) -> Matrix:
    """Each column times its factor, without zeros."""
    return [[(j, value) for j, v in row if (value := I32F32.mul(v, scale[j]))] for row in matrix]


def columns_weighted(matrix: Matrix, weights: Vector, columns: int) -> Vector:
    """``weights * matrix``: the weighted sum of the rows."""
    sums = [0] * columns
    for row, weight in zip(matrix, weights, strict=True):
        for column, value in row:
            sums[column] = I32F32.add(sums[column], I32F32.mul(weight, value))
    return sums


def rows_weighted(matrix: Matrix, weights: Vector) -> Vector:
    """``matrix * weights``: one number per row."""
    sums = []
    for row in matrix:
        acc = 0
        for column, value in row:
            acc = I32F32.add(acc, I32F32.mul(weights[column], value))
        sums.append(acc)
    return sums


def clipped(matrix: Matrix, limits: Vector) -> Matrix:
    """Numbers limited to their column's limit; those above a limit of zero are dropped."""
    return [
        [(j, min(v, limits[j])) for j, v in row if v <= limits[j] or limits[j] > 0]
        for row in matrix
    ]


def weighted_medians(stake: Vector, scores: Matrix, columns: int, majority: int) -> Vector:
    """The score of each column that ``majority`` of the stake reaches.

    It is the least score whose holders, with those below, exceed the minority; a missing score is
    zero.
    """
    holders = [(uid, held) for uid, held in enumerate(stake) if held > 0]
    shares = normalized([held for _, held in holders])
    minority = I32F32.sub(total(shares), majority)
    by_column: list[dict[int, int]] = [{} for _ in range(columns)]
    for position, (uid, _) in enumerate(holders):
        for column, value in scores[uid]:
            by_column[column][position] = value
    return [_weighted_median(shares, column, minority) for column in by_column]


def interpolated(a: Matrix, b: Matrix, columns: int, ratio: int) -> Matrix:
    """Interpolation from ``a`` (ratio zero) to ``b`` (one); between them positive numbers only."""
    if ratio == 0:
        return a
    if ratio == ONE:
        return b
    return [_row_interpolated(dict(x), dict(y), columns, ratio) for x, y in zip(a, b, strict=True)]


def averaged(new: Matrix, old: Matrix, alpha: int) -> Matrix:
    """``alpha * new + (1 - alpha) * old``; positive numbers only, by column."""
    keep = I32F32.sub(ONE, alpha)
    result = []
    for new_row, old_row in zip(new, old, strict=True):
        sums: dict[int, int] = {}
        for factor, row in ((alpha, new_row), (keep, old_row)):
            for column, value in row:
                sums[column] = I32F32.add(sums.get(column, 0), I32F32.mul(factor, value))
        result.append([(j, sums[j]) for j in sorted(sums) if sums[j] > 0])
    return result


def averaged_by_alphas(new: Matrix, old: Matrix, alphas: list[dict[int, int]]) -> Matrix:
    """As `averaged`, with an alpha per number of ``new``; entries of ``new`` only, at most one."""
    result = []
    for new_row, old_row, alpha_row in zip(new, old, alphas, strict=True):
        before = dict(old_row)
        row = []
        for column, value in new_row:
            alpha = alpha_row[column]
            decayed = I32F32.mul(I32F32.sub(ONE, alpha), before.get(column, 0))
            fresh = max(I32F32.mul(alpha, value), 0)
            averaged_value = min(I32F32.add(decayed, fresh), ONE)
            if averaged_value > 0:
                row.append((column, averaged_value))
        result.append(row)
    return result


def in_ascending_order(row: Row) -> dict[int, int]:
    """The entries that a merge by ascending column meets: each greater than all before."""
    met: dict[int, int] = {}
    highest = -1
    for column, value in row:
        if column > highest:
            met[column] = value
            highest = column
    return met


def exp_bounded(value: int) -> int:
    """``exp`` with its argument limited to -20 to 20."""
    bounded = max(-_EXP_BOUND, min(value, _EXP_BOUND))
    result = exp(I32F32, bounded)
    if result is None:
        return 0 if bounded <= 0 else I32F32.max
    return result


def to_u16(value: int) -> int:
    """A proportion normalised to 65,535."""
    return I32F32.to_u16(I32F32.mul(value, I32F32.from_int(0xFFFF)))


def _row_divided(row: Row, divisor: int) -> Row:
    return [(j, I32F32.safe_div(v, divisor)) for j, v in row] if divisor > 0 else row


def _row_interpolated(a: dict[int, int], b: dict[int, int], columns: int, ratio: int) -> Row:
    row = []
    for column in range(columns):
        start = a.get(column, 0)
        difference = I32F32.sub(b.get(column, 0), start)
        value = I32F32.add(start, I32F32.mul(ratio, difference))
        if value > 0:
            row.append((column, value))
    return row


def _weighted_median(shares: Vector, column: dict[int, int], minority: int) -> int:
    scored = sorted((column.get(holder, 0), share) for holder, share in enumerate(shares))
    below = 0
    for score, share in scored:
        below += share
        if below > minority:
            return score
    return scored[-1][0] if scored else 0
