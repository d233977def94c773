"""ed25519 signatures by the rules of ZIP 215, which Substrate's hosts follow.

Libraries differ about keys and nonces of small order, and about points written in more than one
way; a chain cannot. ZIP 215 takes them all: a point may be written with a coordinate beyond the
prime, and the equation is checked after multiplying by eight. What a stricter library calls sound
is sound here too, so this is asked only about what such a one refuses: plain Python, milliseconds
for each.
"""

from __future__ import annotations

import hashlib
from typing import Final, NamedTuple

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT_OF_MINUS_ONE: Final = pow(2, (_P - 1) // 4, _P)
_BASE: Final = b"\x58" + b"\x66" * 31


class _Point(NamedTuple):
    """In extended coordinates: x = X/Z, y = Y/Z, x·y = T/Z."""

    x: int
    y: int
    z: int
    t: int

    def plus(self, other: _Point) -> _Point:
        a = (self.y - self.x) * (other.y - other.x) % _P
        b = (self.y + self.x) * (other.y + other.x) % _P
        c = 2 * self.t * other.t * _D % _P
        d = 2 * self.z * other.z % _P
        e, f, g, h = b - a, d - c, d + c, b + a
        return _Point(e * f % _P, g * h % _P, f * g % _P, e * h % _P)

    def times(self, scalar: int) -> _Point:
        result, power = _NEUTRAL, self
        while scalar:
            if scalar & 1:
                result = result.plus(power)
            power = power.plus(power)
            scalar >>= 1
        return result

    def minus(self) -> _Point:
        return _Point(-self.x % _P, self.y, self.z, -self.t % _P)

    @property
    def is_neutral(self) -> bool:
        return self.x == 0 and self.y == self.z


_NEUTRAL: Final = _Point(0, 1, 1, 0)


def verify(signature: bytes, message: bytes, public_key: bytes) -> bool:
    """Whether `signature` (64 bytes) over `message` is sound for a key of 32 bytes."""
    if len(signature) != 64 or len(public_key) != 32:
        return False
    nonce, key, base = (_point(data) for data in (signature[:32], public_key, _BASE))
    scalar = int.from_bytes(signature[32:], "little")
    if nonce is None or key is None or base is None or scalar >= _ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + public_key + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    rest = base.times(scalar).plus(nonce.minus()).plus(key.times(challenge).minus())
    return rest.times(8).is_neutral


def _point(data: bytes) -> _Point | None:
    """The point behind 32 bytes, in any way of writing it; None where there is none."""
    number = int.from_bytes(data, "little")
    is_odd, y = number >> 255, (number & (2**255 - 1)) % _P
    x = _root((y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P)
    if x is None:
        return None
    if x & 1 != is_odd:
        x = -x % _P
    return _Point(x, y, 1, x * y % _P)


def _root(square: int) -> int | None:
    """A square root modulo the prime, if there is one."""
    root = pow(square, (_P + 3) // 8, _P)
    if root * root % _P != square:
        root = root * _ROOT_OF_MINUS_ONE % _P
    return root if root * root % _P == square else None
