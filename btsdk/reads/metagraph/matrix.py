"""Weights or bonds of a subnet: sparse rows, and dense matrices of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from btsdk.frozen import Frozen

if TYPE_CHECKING:
    from btsdk.reads.metagraph.arrays import Fractions, Integers


class Matrix(Frozen):
    """One mechanism's weights or bonds: integers of 65,535, by the uid that gives them and the uid
    that receives them.

    `rows` has the uids that have stored a row. `size` is the number of neurons.
    """

    size: int
    rows: Mapping[int, Mapping[int, int]]

    def __getitem__(self, uid: int) -> Mapping[int, int]:
        """The row of a uid; empty if none is stored."""
        return self.rows.get(uid, {})

    def dense(self) -> Integers:
        """The matrix as an `int64` array of `size` rows and columns.

        Entries of uids beyond `size`, which an epoch ignores, are left out.
        """
        import numpy as np  # noqa: PLC0415  # slow to load, and rows do not need it

        matrix = np.zeros((self.size, self.size), dtype=np.int64)
        for uid, row in self.rows.items():
            if uid < self.size:
                kept = {target: value for target, value in row.items() if target < self.size}
                matrix[uid, list(kept)] = list(kept.values())
        return matrix

    def normalized(self) -> Fractions:
        """The dense matrix with each row divided by its sum; a row without values stays zero."""
        import numpy as np  # noqa: PLC0415  # see `dense`

        matrix = self.dense().astype(np.float64)
        sums = matrix.sum(axis=1, keepdims=True)
        np.divide(matrix, sums, out=matrix, where=sums > 0)
        return matrix
