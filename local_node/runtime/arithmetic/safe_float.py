"""The decimal floating-point number of the share pools (``primitives/share-pool``).

A `SafeFloat` is ``mantissa * 10^exponent``. Invariant: it is zero, or 10^20 < mantissa <= 10^21, so
that one rao changes the shares of any pool while a tenth of one does not. Further digits are
truncated.
"""

from __future__ import annotations

from typing import NamedTuple

_MAX_MANTISSA = 10**21
_MIN_MANTISSA = _MAX_MANTISSA // 10
_MAX_DIGITS = 21
_I64_MIN, _I64_MAX = -(1 << 63), (1 << 63) - 1
_U64_MAX = (1 << 64) - 1
_U256_MAX = (1 << 256) - 1


class SafeFloat(NamedTuple):
    """``mantissa * 10^exponent``; operations return ``None`` if the exponent leaves 64 bits."""

    mantissa: int
    exponent: int

    def is_zero(self) -> bool:
        """Whether the number is zero, for any exponent."""
        return self.mantissa == 0

    def plus(self, other: SafeFloat) -> SafeFloat | None:
        """Sum; the smaller operand loses the digits below the greater one's exponent."""
        if self.is_zero():
            return other
        if other.is_zero():
            return self
        a, b, exponent = _aligned(self, other)
        return normalized(a + b, exponent)

    def minus(self, other: SafeFloat) -> SafeFloat | None:
        """Difference, or zero if ``other`` is greater; ``None`` for zero minus a positive
        number."""
        if other.is_zero():
            return ZERO if self.is_zero() else self
        if self.is_zero():
            return None
        a, b, exponent = _aligned(self, other)
        return normalized(max(0, a - b), exponent)

    def divided_by(self, other: SafeFloat) -> SafeFloat | None:
        """Quotient, or ``None`` for division by zero."""
        if other.mantissa == 0:
            return None
        exponent = self.exponent - other.exponent - _MAX_DIGITS
        if not _I64_MIN <= exponent <= _I64_MAX:
            return None
        return normalized(self.mantissa * _MAX_MANTISSA // other.mantissa, exponent)

    def mul_div(self, factor: SafeFloat, divisor: SafeFloat) -> SafeFloat | None:
        """``self * factor / divisor``, rounded once; ``None`` for division by zero."""
        if divisor.mantissa == 0:
            return None
        exponent = self.exponent + factor.exponent
        if not _I64_MIN <= exponent <= _I64_MAX:
            return None
        exponent -= divisor.exponent
        if not _I64_MIN <= exponent <= _I64_MAX:
            return None
        product = self.mantissa * factor.mantissa
        # The chain multiplies in 256 bits; a larger product, from foreign data, is zero there.
        return normalized((product if product <= _U256_MAX else 0) // divisor.mantissa, exponent)

    def exceeds(self, other: SafeFloat) -> bool:
        """Whether ``self > other``, as the chain compares two normalized numbers."""
        difference = self.exponent - other.exponent
        if difference == 0:
            return self.mantissa > other.mantissa
        if difference > 0:
            return difference > 1 or 10 * self.mantissa > other.mantissa
        return difference == -1 and self.mantissa > 10 * other.mantissa

    def to_u64(self) -> int:
        """The whole part, saturated to 64 bits."""
        scale = _capped_power_of_ten(abs(self.exponent))
        value = self.mantissa * scale if self.exponent > 0 else self.mantissa // scale
        return min(value, _U64_MAX)


ZERO = SafeFloat(0, 0)


def safe_float(mantissa: int, exponent: int = 0) -> SafeFloat | None:
    """A normalized number, or ``None`` for a mantissa over 10^21 or an exponent out of range."""
    return None if mantissa > _MAX_MANTISSA else normalized(mantissa, exponent)


def from_u64(value: int) -> SafeFloat:
    """A whole number of 64 bits, exactly."""
    return normalized(value, 0) or ZERO


def from_u64f64(bits: int) -> SafeFloat:
    """A ``U64F64`` share of the older pools, with 21 digits of its fraction."""
    if bits == 0:
        return ZERO
    fraction = from_u64(bits & _U64_MAX).divided_by(from_u64(1 << 64)) or ZERO
    return from_u64(bits >> 64).plus(fraction) or ZERO


def normalized(mantissa: int, exponent: int) -> SafeFloat | None:
    """``mantissa * 10^exponent`` with the mantissa in its range; lower digits are truncated."""
    if mantissa == 0:
        return ZERO
    while mantissa > _MAX_MANTISSA:
        mantissa //= 10
        exponent += 1
    while mantissa <= _MIN_MANTISSA:
        mantissa *= 10
        exponent -= 1
    return SafeFloat(mantissa, exponent) if _I64_MIN <= exponent <= _I64_MAX else None


def _aligned(a: SafeFloat, b: SafeFloat) -> tuple[int, int, int]:
    """Both mantissas at the greater exponent."""
    if a.exponent >= b.exponent:
        return a.mantissa, b.mantissa // _capped_power_of_ten(a.exponent - b.exponent), a.exponent
    return a.mantissa // _capped_power_of_ten(b.exponent - a.exponent), b.mantissa, b.exponent


def _capped_power_of_ten(exponent: int) -> int:
    """10^exponent, limited to one digit more than a mantissa has: enough to truncate any to
    zero."""
    power: int = 10 ** min(exponent, _MAX_DIGITS + 1)
    return power
