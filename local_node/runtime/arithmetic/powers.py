"""Fractional powers of ratios, for the pool's formula (``safe-bigmath``).

``(a/b)^(p/q)`` scaled to an integer. A short exponent is computed exactly, as the floor of an
integer root; any other by fixed-point logarithm and exponential with guard bits. Invariant: the
integers equal the chain's, which ends each series at the same term: when a rounded result stops
changing, or when a term falls below the guard bits.
"""

from __future__ import annotations

from functools import lru_cache
from math import gcd, isqrt

_MAX_EXACT_EXPONENT = 1024
_GUARD_BITS = 24
_GUARD = 1 << _GUARD_BITS
_MIN_PRECISION = 32
_MAX_TERMS = 4096


@lru_cache(maxsize=64)
def pow_ratio_scaled(
    base: tuple[int, int], exponent: tuple[int, int], precision: int, scale: int
) -> int | None:
    """``scale * base ** exponent``, both given as (numerator, denominator), rounded down.

    ``precision`` is the least number of fractional bits; ``None`` for a zero denominator. Results
    are cached, because one swap needs the same power two or three times.
    """
    (base_num, base_den), (exp_num, exp_den) = base, exponent
    if base_den == 0 or exp_den == 0:
        return None
    if base_num == 0:
        return 0
    if exp_num == 0:
        return scale
    divisor = gcd(exp_num, exp_den)
    exp_num, exp_den = exp_num // divisor, exp_den // divisor
    if max(exp_num, exp_den) <= _MAX_EXACT_EXPONENT:
        return _floor_root(base_num**exp_num * scale**exp_den // base_den**exp_num, exp_den)
    bits = max(precision, _MIN_PRECISION, scale.bit_length() + 8)
    return _approximate_power((base_num, base_den), (exp_num, exp_den), bits, scale)


def _approximate_power(
    base: tuple[int, int], exponent: tuple[int, int], bits: int, scale: int
) -> int:
    internal = bits + _GUARD_BITS
    ln_base = _ln_integer(base[0], internal) - _ln_integer(base[1], internal)
    power = _exp(ln_base * exponent[0] // exponent[1], internal)
    return _without_guard(power) * scale >> bits


def _floor_root(value: int, degree: int) -> int:
    """The greatest integer whose ``degree``-th power does not exceed ``value``."""
    if degree == 1:
        return value
    if degree == 2:
        return isqrt(value)
    low, high = 0, 1 << (value.bit_length() // degree + 1)
    while low < high:
        middle = (low + high + 1) >> 1
        if middle**degree <= value:
            low = middle
        else:
            high = middle - 1
    return low


def _terms(internal: int) -> int:
    return min(_MAX_TERMS, internal + 128)


@lru_cache(maxsize=16)
def _ln_two(internal: int) -> int:
    return -_ln1p(-(1 << internal >> 1), internal)


def _ln_integer(value: int, internal: int) -> int:
    """Logarithm of a positive integer, with ``internal`` fractional bits and a mantissa near
    one."""
    one = 1 << internal
    shift = value.bit_length() - 1
    mantissa = (value << internal) >> shift
    if mantissa >= one + (one >> 1):
        mantissa >>= 1
        shift += 1
    return _ln1p(mantissa - one, internal) + _ln_two(internal) * shift


def _ln1p(x: int, internal: int) -> int:
    """``ln(1 + x)`` by its Taylor series; every division rounds toward minus infinity."""
    term = result = x
    rounded = _without_guard(result)
    for n in range(2, _terms(internal) + 1):
        term = term * x >> internal
        if term == 0:
            break
        part = term // n
        if part == 0:
            break
        result += part if n % 2 else -part
        previous, rounded = rounded, _without_guard(result)
        if abs(part) < _GUARD or rounded == previous:
            break
    return result


def _exp(x: int, internal: int) -> int:
    """``e ** x`` by its Taylor series."""
    term = result = 1 << internal
    rounded = _without_guard(result)
    for n in range(1, _terms(internal) + 1):
        term = term * x // (n << internal)
        if term == 0:
            break
        result += term
        previous, rounded = rounded, _without_guard(result)
        if abs(term) < _GUARD or rounded == previous:
            break
    return result


def _without_guard(value: int) -> int:
    """The value without its guard bits, rounded to nearest, ties away from zero."""
    magnitude = (abs(value) + (_GUARD >> 1)) >> _GUARD_BITS
    return magnitude if value >= 0 else -magnitude
