"""The types of a metagraph's NumPy arrays, for type checkers: nothing here loads NumPy."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Integers: TypeAlias = "NDArray[np.int64]"
Flags: TypeAlias = "NDArray[np.bool_]"
Fractions: TypeAlias = "NDArray[np.float64]"
