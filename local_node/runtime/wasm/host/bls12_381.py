"""`ext_host_calls_bls12_381_*`: arithmetic on BLS12-381, for Subtensor's drand pallet.

Values have arkworks' encoding, uncompressed and not validated: points by Zcash's rules (big-endian,
flags in the first bits), numbers little-endian, lists after a length of eight bytes. Arguments that
cannot be read give `Err`, as in Substrate.

The result of a Miller loop has no meaning before the final exponentiation, which removes the
differences between ways of computing it. The library computes only whole pairings. So the loop
returns the one element of the pairing's own group that the final exponentiation maps to the
pairing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.scale.primitives import compact_encode
from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host import target_field as field
from local_node.runtime.wasm.host.function import DATA, Family, HostError
from local_node.state.cache import Cache

BLS12_381: Final = Family("host_calls")

ERR: Final = b"\x01"
_NUMBER: Final = 48
_INFINITY: Final = 0x40
_FLAGS: Final = 0xE0
_SCALAR_BYTES: Final = 32
_MOST_ITEMS: Final = 10_000
"""The limit of a list: more items would take seconds without interruption."""
_LENGTH_BYTES: Final = 8

_BACK: Final = pow(field.FINAL % field.R, -1, field.R)
"""The exponent that inverts the final exponentiation within the group of pairings."""

Point = Any
"""A point of either group, as an object of the library."""

_finals: Cache[bytes, bytes] = Cache(64)
"""Final exponentiations of recent loops, by the loop's result: the usual next call."""


class Group(NamedTuple):
    """G1 or G2: the library's class, and the numbers per coordinate."""

    points: Any
    width: int

    @property
    def size(self) -> int:
        return 2 * self.width * _NUMBER


@cache
def _library() -> Any:
    import py_arkworks_bls12381  # noqa: PLC0415 - only for runtimes that verify pulses

    if not hasattr(py_arkworks_bls12381.G1Point, "to_xy_bytes_be"):
        raise HostError("arithmetic on BLS12-381 needs py-arkworks-bls12381 0.5 and Python 3.11")
    return py_arkworks_bls12381


def _g1() -> Group:
    return Group(_library().G1Point, 1)


def _g2() -> Group:
    return Group(_library().G2Point, 2)


# Encodings


def read_point(group: Group, data: bytes) -> Point:
    """Decode an uncompressed point; raise `DecodeError`."""
    if len(data) != group.size or data[0] & _FLAGS & ~_INFINITY:
        raise DecodeError("not an uncompressed point")
    if data[0] & _INFINITY:
        if any(data[1:]) or data[0] != _INFINITY:
            raise DecodeError("malformed point at infinity")
        return group.points.identity()
    try:
        return group.points.from_xy_bytes_unchecked_be(_turned(data, group.width))
    except ValueError as error:
        raise DecodeError(f"not a point: {error}") from error


def write_point(group: Group, point: Point) -> bytes:
    """Encode a point, uncompressed."""
    if point == group.points.identity():
        return bytes((_INFINITY,)) + bytes(group.size - 1)
    return _turned(bytes(point.to_xy_bytes_be()), group.width)


def _turned(data: bytes, width: int) -> bytes:
    """Coordinates with their numbers reversed: the library has the first one first."""
    numbers = [data[at : at + _NUMBER] for at in range(0, len(data), _NUMBER)]
    coordinates = [numbers[at : at + width] for at in range(0, len(numbers), width)]
    return b"".join(b"".join(reversed(coordinate)) for coordinate in coordinates)


def read_projective(group: Group, data: bytes) -> Point:
    """A point in Jacobian coordinates, with little-endian numbers, the first one first."""
    size = group.width * _NUMBER
    if len(data) != 3 * size:
        raise DecodeError("not a projective point")
    x, y, z = (_read_coordinate(data[at : at + size]) for at in range(0, len(data), size))
    if not any(z):
        return group.points.identity()
    inverse = _inverse(z)
    square = _times(inverse, inverse)
    affine = _times(x, square) + _times(y, _times(square, inverse))
    flat = b"".join(number.to_bytes(_NUMBER, "big") for number in affine)
    try:
        return group.points.from_xy_bytes_unchecked_be(flat)
    except ValueError as error:
        raise DecodeError(f"not a point: {error}") from error


def write_projective(group: Group, point: Point) -> bytes:
    """A point in Jacobian coordinates with third coordinate 1, or 0 at infinity."""
    one = (1).to_bytes(_NUMBER, "little") + bytes((group.width - 1) * _NUMBER)
    if point == group.points.identity():
        return one + one + bytes(group.width * _NUMBER)
    data = bytes(point.to_xy_bytes_be())
    numbers = [data[at : at + _NUMBER][::-1] for at in range(0, len(data), _NUMBER)]
    return b"".join(numbers) + one


_Coordinate = tuple[int, ...]
"""A number modulo p, or two of them: a + bu with u² = −1."""


def _read_coordinate(data: bytes) -> _Coordinate:
    numbers = tuple(
        int.from_bytes(data[at : at + _NUMBER], "little") for at in range(0, len(data), _NUMBER)
    )
    if max(numbers) >= field.P:
        raise DecodeError("a coordinate is too large")
    return numbers


def _times(left: _Coordinate, right: _Coordinate) -> _Coordinate:
    if len(left) == 1:
        return (left[0] * right[0] % field.P,)
    (a, b), (c, d) = left, right
    return (a * c - b * d) % field.P, (a * d + b * c) % field.P


def _inverse(value: _Coordinate) -> _Coordinate:
    if len(value) == 1:
        return (pow(value[0], -1, field.P),)
    a, b = value
    norm = pow(a * a + b * b, -1, field.P)
    return a * norm % field.P, -b * norm % field.P


def read_list(data: bytes, size: int) -> list[bytes]:
    """Items of a fixed size, after their count."""
    count = int.from_bytes(data[:_LENGTH_BYTES], "little")
    if count > _MOST_ITEMS:
        raise DecodeError(f"{count} items are more than {_MOST_ITEMS}")
    if len(data) != _LENGTH_BYTES + count * size:
        raise DecodeError("not a list of such items")
    return [data[at : at + size] for at in range(_LENGTH_BYTES, len(data), size)]


def _read_scalar(data: bytes) -> int:
    scalar = int.from_bytes(data, "little")
    if scalar >= field.R:
        raise DecodeError("a scalar is too large")
    return scalar


def _read_integer(data: bytes) -> int:
    return int.from_bytes(b"".join(read_list(data, 8)), "little")


# Arithmetic


def times(group: Group, point: Point, factor: int) -> Point:
    """A multiple of a point; the factor is not reduced, as the point may lie outside the
    subgroup."""
    total = group.points.identity()
    for bit in bin(factor)[2:]:
        total = total + total
        if bit == "1":
            total = total + point
    return total


def _sum(group: Group, points: Sequence[Point], factors: Sequence[int]) -> Point:
    if len(points) != len(factors):
        raise DecodeError("the numbers of scalars and points differ")
    total = group.points.identity()
    for point, factor in zip(points, factors, strict=True):
        total = total + times(group, point, factor)
    return total


def _result(compute: Callable[[], bytes]) -> bytes:
    """`Ok` with the computed bytes, or `Err` if the arguments cannot be read."""
    try:
        answer = compute()
    except DecodeError:
        return ERR
    return b"\x00" + compact_encode(len(answer)) + answer


# Host functions


@BLS12_381.function(1, DATA, DATA, returns=DATA)
def bls12_381_multi_miller_loop(_call: Call, a: bytes, b: bytes) -> bytes:
    """The Miller loop over pairs of points."""
    return _result(lambda: _loop(a, b))


def _loop(a: bytes, b: bytes) -> bytes:
    first = [read_point(_g1(), item) for item in read_list(a, _g1().size)]
    second = [read_point(_g2(), item) for item in read_list(b, _g2().size)]
    count = min(len(first), len(second))
    if not count:
        return field.encode(field.ONE)
    paired = bytes.fromhex(str(_library().GT.multi_pairing(first[:count], second[:count])))
    element = field.decode(paired)
    assert element is not None
    looped = field.encode(field.power(element, _BACK))
    _finals.put(looped, paired)
    return looped


@BLS12_381.function(1, DATA, returns=DATA)
def bls12_381_final_exponentiation(_call: Call, f: bytes) -> bytes:
    """The final exponentiation of a loop's result."""
    return _result(lambda: _finals.get(f) or _final(f))


def _final(f: bytes) -> bytes:
    element = field.decode(f)
    answer = None if element is None else field.final_exponentiation(element)
    if answer is None:
        raise DecodeError("not an invertible element of the target field")
    return field.encode(answer)


def _declare(name: str, group: Callable[[], Group]) -> None:
    def msm(_call: Call, bases: bytes, scalars: bytes) -> bytes:
        """The sum of multiples of points."""

        def compute() -> bytes:
            its = group()
            points = [read_point(its, item) for item in read_list(bases, its.size)]
            factors = [_read_scalar(item) for item in read_list(scalars, _SCALAR_BYTES)]
            return write_point(its, _sum(its, points, factors))

        return _result(compute)

    def mul_affine(_call: Call, base: bytes, scalar: bytes) -> bytes:
        """A multiple of a point."""

        def compute() -> bytes:
            point = read_point(group(), base)
            return write_point(group(), times(group(), point, _read_integer(scalar)))

        return _result(compute)

    def mul_projective(_call: Call, base: bytes, scalar: bytes) -> bytes:
        """A multiple of a point in projective coordinates."""

        def compute() -> bytes:
            point = read_projective(group(), base)
            return write_projective(group(), times(group(), point, _read_integer(scalar)))

        return _result(compute)

    for body in (msm, mul_affine, mul_projective):
        declared = f"bls12_381_{body.__name__}_{name}"
        BLS12_381.function(1, DATA, DATA, returns=DATA, name=declared)(body)


_declare("g1", _g1)
_declare("g2", _g2)
