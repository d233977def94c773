"""``I32F32`` arithmetic on NumPy integers, for the inner loops of an epoch.

Numbers are ``int64`` arrays of raw bits. Products and quotients need more than 64 bits; they are
combined from parts that fit. Invariant: equal in every bit to `arithmetic.fixed` within the stated
ranges, which contain all proportions and their sums over a subnet. No result is a float: sums in
doubles stay below 2^53 and are exact, and an estimated quotient is corrected.
"""

from __future__ import annotations

from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt

from btsdk.frozen import Frozen
from local_node.runtime.arithmetic.fixed import I32F32
from local_node.runtime.arithmetic.transcendental import exp

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

ONE = I32F32.one
_TWO_64 = float(1 << 64)
_EXP_TERMS = range(2, I32F32.frac_bits)


class Sparse(Frozen):
    """A sparse matrix: entries by row, in the order of the rows."""

    rows: Ints
    columns: Ints
    values: Ints
    size: int

    def keys(self) -> Ints:
        """The keys of the entries, ascending by row and column."""
        return self.rows * self.size + self.columns

    def replaced(self, values: Ints) -> Sparse:
        """The same entries with other numbers."""
        return Sparse(self.rows, self.columns, values, self.size)

    def kept(self, which: Bools) -> Sparse:
        """The selected entries."""
        return Sparse(self.rows[which], self.columns[which], self.values[which], self.size)

    def row_sums(self, values: Ints) -> Ints:
        """The sum of numbers by the row of their entries."""
        return _sums(self.rows, values, self.size)

    def column_sums(self, values: Ints) -> Ints:
        """The sum of numbers by the column of their entries."""
        return _sums(self.columns, values, self.size)


def ints(values: Any) -> Ints:
    """An array of integers."""
    return np.asarray(values, dtype=np.int64)


def sparse(rows: list[list[tuple[int, int]]]) -> Sparse:
    """Rows of (column, number) as arrays."""
    lengths = [len(row) for row in rows]
    flat = chain.from_iterable(chain.from_iterable(rows))
    entries = np.fromiter(flat, dtype=np.int64, count=2 * sum(lengths)).reshape(-1, 2)
    numbers = np.repeat(np.arange(len(rows), dtype=np.int64), lengths)
    return Sparse(numbers, entries[:, 0].copy(), entries[:, 1].copy(), len(rows))


def by_rows(matrix: Sparse) -> list[list[tuple[int, int]]]:
    """Arrays as rows of (column, number)."""
    entries = list(zip(matrix.columns.tolist(), matrix.values.tolist(), strict=True))
    ends = np.cumsum(np.bincount(matrix.rows, minlength=matrix.size)).tolist()
    return [entries[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def mul(a: Ints, b: Ints) -> Ints:
    """Products rounded down, for magnitudes below 2^33 and 2^46."""
    products: Ints = (a * (b >> 16) + ((a * (b & 0xFFFF)) >> 16)) >> 16
    return products


def div(a: Ints, b: Ints) -> Ints:
    """Quotients of numbers from 0 to 2^47; ``a`` itself if ``b`` is zero."""
    divisor = np.where(b == 0, 1, b)
    high, rest = np.divmod(a << 16, divisor)
    return np.where(b == 0, a, (high << 16) + (rest << 16) // divisor)


def div_whole(a: Ints, b: Ints) -> Ints:
    """Quotients of whole numbers below 2^31, as ``I32F32``; ``a`` as ``I32F32`` if ``b`` is
    zero."""
    return (a << 32) // np.where(b == 0, 1, b)


def exp_bounded(values: Ints) -> Ints:
    """``exp`` with arguments limited to -20 to 20, computed once per distinct argument."""
    bound = I32F32.from_int(20)
    unique, places = np.unique(np.clip(values, -bound, bound), return_inverse=True)
    series = _exp_series(np.abs(unique))
    results = np.where(unique < 0, reciprocal(series), series)
    results[unique == 0] = ONE
    results[unique == ONE] = exp(I32F32, ONE)
    return ints(results[places])


def reciprocal(values: Ints) -> Ints:
    """``1 / value`` rounded down, for numbers from 1 to 2^29."""
    divisor = values.astype(np.uint64)
    quotient = (_TWO_64 / values).astype(np.uint64)
    # 2^64 - quotient * divisor, modulo 2^64: the remainder, unless the estimate is off by one.
    rest = (np.uint64(0) - quotient * divisor).astype(np.int64)
    return ints(quotient.astype(np.int64) + (rest >= values) - (rest < 0))


def _exp_series(x: Ints) -> Ints:
    """The Taylor series for numbers from 0 to 20."""
    result = x + ONE
    term = x
    for i in _EXP_TERMS:
        term = _mul_term(term, x) // i
        result = result + term
    return result


def _mul_term(term: Ints, x: Ints) -> Ints:
    """Products of terms below 2^58 with numbers below 2^37."""
    low = term & 0xFFFF_FFFF
    products: Ints = (term >> 32) * x + ((low * (x >> 16) + ((low * (x & 0xFFFF)) >> 16)) >> 16)
    return products


def _sums(places: Ints, values: Ints, size: int) -> Ints:
    return np.bincount(places, weights=values, minlength=size).astype(np.int64)
