"""The target field of BLS12-381's pairing, for the final exponentiation.

An element is twelve numbers modulo p, the coefficients of a polynomial in w with w¹² = 2w⁶ − 2.
This is arkworks' tower (u² = −1, v³ = u + 1, w² = v) in one step: u is w⁶ − 1. Two elements are
multiplied as two long integers, with space between the coefficients.
"""

from __future__ import annotations

from typing import Final

P: Final = int(
    "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f624"
    "1eabfffeb153ffffb9feffffffffaaab",
    16,
)
"""The modulus of the base field."""

R: Final = 0x73EDA753299D7D483339D80809A1D80553BDA402FFFE5BFEFFFFFFFF00000001
"""The order of the groups."""

FINAL: Final = 3 * (P**12 - 1) // R
"""The exponent of the final exponentiation, as in arkworks: three times the plain one."""

_HARD: Final = 3 * (P**4 - P**2 + 1) // R
_NUMBER_BYTES: Final = 48
ENCODED_BYTES: Final = 12 * _NUMBER_BYTES
_ROOM: Final = 100
"""The bytes per coefficient of a product: twice 381 bits, and space for the sum of twelve."""

Element = tuple[int, ...]

ONE: Final[Element] = (1,) + (0,) * 11


def multiply(left: Element, right: Element) -> Element:
    """The product of two elements."""
    product = _packed(left) * _packed(right)
    data = product.to_bytes(23 * _ROOM, "little")
    terms = [int.from_bytes(data[at : at + _ROOM], "little") for at in range(0, len(data), _ROOM)]
    for power in range(22, 11, -1):
        terms[power - 6] += 2 * terms[power]
        terms[power - 12] -= 2 * terms[power]
    return tuple(term % P for term in terms[:12])


def power(base: Element, exponent: int) -> Element:
    """`base` to a non-negative power."""
    result = ONE
    for bit in bin(exponent)[2:]:
        result = multiply(result, result)
        if bit == "1":
            result = multiply(result, base)
    return result


def conjugate(element: Element) -> Element:
    """The element to the power p⁶, which maps w to −w."""
    return tuple(-n % P if place % 2 else n for place, n in enumerate(element))


def final_exponentiation(element: Element) -> Element | None:
    """The element to the power `FINAL`, or None for zero, which has no inverse."""
    if not any(element):
        return None
    mirrored = conjugate(element)
    norm = multiply(element, mirrored)
    inverse = multiply(mirrored, power(norm, P**6 - 2))  # the norm is in the field of p⁶
    easy = multiply(mirrored, inverse)
    easy = multiply(power(easy, P * P), easy)
    return power(easy, _HARD)


def decode(data: bytes) -> Element | None:
    """An element from arkworks' bytes: twelve little-endian numbers in the order of its tower."""
    if len(data) != ENCODED_BYTES:
        return None
    starts = range(0, ENCODED_BYTES, _NUMBER_BYTES)
    numbers = [int.from_bytes(data[at : at + _NUMBER_BYTES], "little") for at in starts]
    if max(numbers) >= P:
        return None
    element = [0] * 12
    for place, (plain, with_u) in enumerate(zip(numbers[::2], numbers[1::2], strict=True)):
        element[_power(place)] = (plain - with_u) % P
        element[_power(place) + 6] = with_u
    return tuple(element)


def encode(element: Element) -> bytes:
    """The element in arkworks' bytes."""
    numbers = []
    for place in range(6):
        with_u = element[_power(place) + 6]
        numbers += [(element[_power(place)] + with_u) % P, with_u]
    return b"".join(number.to_bytes(_NUMBER_BYTES, "little") for number in numbers)


def _power(place: int) -> int:
    """The power of w for the n-th pair of numbers: v⁰, v, v², then the same with w."""
    return place % 3 * 2 + place // 3


def _packed(element: Element) -> int:
    data = b"".join(number.to_bytes(_ROOM, "little") for number in element)
    return int.from_bytes(data, "little")
