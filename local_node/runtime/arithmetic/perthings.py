"""Parts of a whole, as ``sp-arithmetic`` computes them: ``Perbill``, ``Perquintill`` and kin.

A part is a plain integer between 0 and the type's ``accuracy``. Invariant: every operation is one
exact rational rounded once, in the direction of its name.
"""

from __future__ import annotations

from typing import NamedTuple


class PerThing(NamedTuple):
    """A fraction of one in units of ``1 / accuracy``."""

    name: str
    accuracy: int

    def from_rational(self, numerator: int, denominator: int) -> int:
        """``numerator / denominator`` rounded down; one for a greater ratio or a zero
        denominator."""
        if denominator == 0 or numerator > denominator:
            return self.accuracy
        return self.accuracy * numerator // denominator

    def mul(self, part: int, value: int) -> int:
        """``part * value`` rounded to nearest, halves down: the ``*`` operator of the crate."""
        quotient, rest = divmod(part * value, self.accuracy)
        return quotient + (2 * rest > self.accuracy)

    def mul_floor(self, part: int, value: int) -> int:
        """``part * value`` rounded down."""
        return part * value // self.accuracy

    def mul_ceil(self, part: int, value: int) -> int:
        """``part * value`` rounded up."""
        return -(-part * value // self.accuracy)

    def saturating_sub(self, a: int, b: int) -> int:
        """Difference of two parts, not below zero."""
        return max(0, a - b)


Percent = PerThing("Percent", 100)
Permill = PerThing("Permill", 10**6)
Perbill = PerThing("Perbill", 10**9)
Perquintill = PerThing("Perquintill", 10**18)
