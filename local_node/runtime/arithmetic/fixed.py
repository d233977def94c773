"""Binary fixed-point numbers, equal to the chain's ``substrate-fixed`` types.

A number is a plain integer of raw bits; a `FixedType` defines its unit: ``U64F64.mul(a, b)``
multiplies two numbers of unit 2^-64. Operations without prefix saturate, as almost everywhere in
the pallets; ``checked_…`` return ``None`` if the exact result does not fit.

Invariant: addition and subtraction are exact, multiplication rounds toward minus infinity and
division toward zero: the rounding of `MulDivOverflow` in the crate (arithmetic shift right after a
product, sign and magnitude in a quotient). Conversions to fewer fractional bits round down.
"""

from __future__ import annotations


def truncated_quotient(numerator: int, denominator: int) -> int:
    """Integer quotient rounded toward zero, as Rust's ``/`` on integers."""
    quotient = abs(numerator) // abs(denominator)
    return quotient if (numerator < 0) == (denominator < 0) else -quotient


class FixedType:
    """One fixed-point type: ``int_bits`` (sign included) and ``frac_bits`` over raw integers."""

    def __init__(self, name: str, signed: bool, int_bits: int, frac_bits: int) -> None:
        self.name = name
        self.signed = signed
        self.int_bits = int_bits
        self.frac_bits = frac_bits
        width = int_bits + frac_bits
        self.min = -(1 << (width - 1)) if signed else 0
        self.max = (1 << (width - 1 if signed else width)) - 1
        self.one = 1 << frac_bits

    def __repr__(self) -> str:
        return f"<{self.name}>"

    # Conversions

    def clamp(self, bits: int) -> int:
        """The nearest raw value of the type."""
        return self.min if bits < self.min else self.max if bits > self.max else bits

    def fits(self, bits: int) -> bool:
        """Whether the type can hold these raw bits."""
        return self.min <= bits <= self.max

    def wrap(self, bits: int) -> int:
        """Raw bits truncated to the type's width, as after an unchecked operation."""
        width = self.int_bits + self.frac_bits
        bits &= (1 << width) - 1
        return bits - (1 << width) if self.signed and bits > self.max else bits

    def from_int(self, value: int) -> int:
        """The number nearest to an integer (``saturating_from_num``)."""
        return self.clamp(value << self.frac_bits)

    def from_float(self, value: float) -> int:
        """A literal of the Rust source, rounded to nearest with ties to even."""
        numerator, denominator = value.as_integer_ratio()
        quotient, rest = divmod(numerator << self.frac_bits, denominator)
        if 2 * rest > denominator or (2 * rest == denominator and quotient & 1):
            quotient += 1
        return self.clamp(quotient)

    def from_fixed(self, bits: int, source: FixedType) -> int:
        """A number of another fixed-point type, rounded down and saturated."""
        shift = self.frac_bits - source.frac_bits
        return self.clamp(bits << shift if shift >= 0 else bits >> -shift)

    def to_int(self, bits: int) -> int:
        """The number rounded down to an integer."""
        return bits >> self.frac_bits

    def to_unsigned(self, bits: int, width: int = 64) -> int:
        """``saturating_to_num`` into an unsigned integer of ``width`` bits."""
        value = bits >> self.frac_bits
        return 0 if value < 0 else min(value, (1 << width) - 1)

    def to_u64(self, bits: int) -> int:
        """``saturating_to_num::<u64>``, the conversion to balances."""
        return self.to_unsigned(bits, 64)

    def to_u16(self, bits: int) -> int:
        """``saturating_to_num::<u16>``."""
        return self.to_unsigned(bits, 16)

    def frac(self, bits: int) -> int:
        """The fractional part."""
        return bits & (self.one - 1)

    def floor(self, bits: int) -> int:
        """The number rounded down to a whole number."""
        return bits & ~(self.one - 1)

    def round(self, bits: int) -> int:
        """The nearest whole number, ties away from zero, saturated."""
        half = self.one >> 1
        if bits >= 0:
            return self.clamp(self.floor(bits + half))
        return self.clamp(-self.floor(-bits + half))

    # Saturating arithmetic.

    def add(self, a: int, b: int) -> int:
        """Sum, saturated."""
        return self.clamp(a + b)

    def sub(self, a: int, b: int) -> int:
        """Difference, saturated."""
        return self.clamp(a - b)

    def mul(self, a: int, b: int) -> int:
        """Product rounded down, saturated."""
        return self.clamp((a * b) >> self.frac_bits)

    def div(self, a: int, b: int) -> int:
        """Quotient rounded toward zero, saturated.

        Raises `ZeroDivisionError` where the chain would panic.
        """
        return self.clamp(truncated_quotient(a << self.frac_bits, b))

    def abs_diff(self, a: int, b: int) -> int:
        """Absolute difference of two numbers, saturated."""
        return self.clamp(abs(a - b))

    # Checked arithmetic, and the operations of ``safe-math``

    def checked_add(self, a: int, b: int) -> int | None:
        """Sum, or ``None`` if it does not fit."""
        return result if self.fits(result := a + b) else None

    def checked_sub(self, a: int, b: int) -> int | None:
        """Difference, or ``None`` if it does not fit."""
        return result if self.fits(result := a - b) else None

    def checked_mul(self, a: int, b: int) -> int | None:
        """Product, or ``None`` if it does not fit."""
        return result if self.fits(result := (a * b) >> self.frac_bits) else None

    def checked_div(self, a: int, b: int) -> int | None:
        """Quotient, or ``None`` for division by zero or if it does not fit."""
        if b == 0:
            return None
        return result if self.fits(result := truncated_quotient(a << self.frac_bits, b)) else None

    def safe_div(self, a: int, b: int, default: int = 0) -> int:
        """Quotient, or ``default`` (zero) for division by zero *and on overflow*, as
        ``safe_div_or``."""
        quotient = self.checked_div(a, b)
        return default if quotient is None else quotient

    # The plain operators in a release build

    def wrapping_mul(self, a: int, b: int) -> int:
        """Product truncated to the width."""
        return self.wrap((a * b) >> self.frac_bits)

    def wrapping_div(self, a: int, b: int) -> int:
        """Quotient truncated to the width; raises `ZeroDivisionError` where the chain would
        panic."""
        return self.wrap(truncated_quotient(a << self.frac_bits, b))


U64F64 = FixedType("U64F64", signed=False, int_bits=64, frac_bits=64)
U96F32 = FixedType("U96F32", signed=False, int_bits=96, frac_bits=32)
I32F32 = FixedType("I32F32", signed=True, int_bits=32, frac_bits=32)
I64F64 = FixedType("I64F64", signed=True, int_bits=64, frac_bits=64)
I96F32 = FixedType("I96F32", signed=True, int_bits=96, frac_bits=32)
I110F18 = FixedType("I110F18", signed=True, int_bits=110, frac_bits=18)
