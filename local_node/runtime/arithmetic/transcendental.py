"""``exp``, ``ln``, ``log2`` and square root of fixed-point numbers, by the chain's own series.

The sources are the transcendental module of ``substrate-fixed`` (``log2``, ``ln``, ``exp``) and the
chain's ``safe-math`` (``sqrt``). Invariant: each term is computed and rounded in the order of the
source, so that results agree in the last bit. ``None`` stands for the errors of the source.
"""

from __future__ import annotations

from local_node.runtime.arithmetic.fixed import FixedType

_CONSTANT_FRAC_BITS = 23
"""The source has its constants as I9F23: 23 fractional bits, for every type."""
_E = 0xADF8_5458_A2BB_4A9A_AFDC_5620_273D_3CF1 >> 103
_LOG2_E = 0xB8AA_3B29_5C17_F0BB_BE87_FED0_691D_3E88 >> 104

_MAX_BISECTIONS = 128


def log2(kind: FixedType, x: int) -> int | None:
    """Base-2 logarithm by repeated squaring; ``None`` for zero, negative or too small numbers."""
    if x <= 0:
        return None
    if x >= kind.one:
        return _log2_from_one(kind, x)
    inverse = kind.checked_div(kind.one, x)
    return None if inverse is None else -_log2_from_one(kind, inverse)


def ln(kind: FixedType, x: int) -> int | None:
    """Natural logarithm: ``log2(x)`` divided by log2(e) with 23 fractional bits."""
    binary = log2(kind, x)
    return None if binary is None else kind.wrapping_div(binary, _constant(kind, _LOG2_E))


def exp(kind: FixedType, x: int) -> int | None:
    """``e**x`` by its Taylor series with as many terms as the type has fractional bits.

    A negative argument is the inverse of the positive one; ``None`` on overflow.
    """
    if x == 0:
        return kind.one
    if x == kind.one:
        return _constant(kind, _E)
    series = _exp_series(kind, abs(x)) if kind.fits(abs(x)) else None
    if series is None or x > 0:
        return series
    return kind.checked_div(kind.one, series)


def sqrt(kind: FixedType, x: int, epsilon: int) -> int | None:
    """Square root by bisection until ``x / middle`` and ``middle`` agree within ``epsilon``."""
    if x < 0:
        return None
    two = kind.from_int(2)
    high, low = (x, 0) if x > kind.one else (kind.one, x)
    middle = kind.safe_div(kind.add(high, low), two)
    check = kind.safe_div(x, middle)
    iteration = 0
    while kind.abs_diff(check, middle) > epsilon:
        if check < middle:
            high = middle
        else:
            low = middle
        middle = kind.safe_div(kind.add(high, low), two)
        check = kind.safe_div(x, middle)
        iteration += 1
        if iteration > _MAX_BISECTIONS:
            break
    return middle


def _constant(kind: FixedType, bits: int) -> int:
    """A constant of 23 fractional bits, converted to the type."""
    return bits << (kind.frac_bits - _CONSTANT_FRAC_BITS)


def _log2_from_one(kind: FixedType, x: int) -> int:
    """Logarithm of ``x >= 1``: the exponent by halving, then one bit per squaring."""
    two = kind.one << 1
    result = 0
    while x >= two:
        result += 1
        x = _halved(x)
    if x == kind.one:
        return kind.from_int(result)
    for _ in range(kind.frac_bits):
        x = (x * x) >> kind.frac_bits
        result <<= 1
        if x >= two:
            result |= 1
            x = _halved(x)
    return result


def _halved(x: int) -> int:
    """Half, rounded up: the source adds the lost bit back."""
    return (x >> 1) + (x & 1)


def _exp_series(kind: FixedType, x: int) -> int | None:
    result = kind.checked_add(x, kind.one)
    if result is None:
        return None
    term = x
    for i in range(2, kind.frac_bits):
        term = (term * x) >> kind.frac_bits
        if term > kind.max:
            return None
        # Dividing by an exact whole number: both are positive, so floor is truncation.
        term //= i
        result += term
        if result > kind.max:
            return None
        if term == 0:
            break
    return result
