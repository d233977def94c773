"""Recovers the public key behind an ECDSA signature over secp256k1; public values only.

Nothing secret passes through here, so plain integers do: no signing, no constant time. It accepts
what libsecp256k1's recovery accepts (high `s` too), since Substrate's ecdsa verification is that
recovery. SEC 1, section 4.1.6, is the method; points are in Jacobian coordinates, so that one
inversion is enough.
"""

from __future__ import annotations

_P = 2**256 - 2**32 - 977
_N = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
_G = (
    0x79BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798,
    0x483ADA7726A3C4655DA4FBFC0E1108A8FD17B448A68554199C47D08FFB10D4B8,
    1,
)
_SIGNATURE_BYTES = 65

# (X, Y, Z) stands for (X / Z², Y / Z³); Z = 0 is the point at infinity.
_Point = tuple[int, int, int]
_INFINITY: _Point = (0, 1, 0)


def recover(signature: bytes, digest: bytes) -> bytes | None:
    """The 33-byte compressed key whose signature of `digest` (32 bytes) this is, or None.

    The signature is `r ‖ s ‖ v`; `v` is 0 to 3, or the same plus Ethereum's 27.
    """
    if len(signature) != _SIGNATURE_BYTES:
        return None
    r = int.from_bytes(signature[:32], "big")
    s = int.from_bytes(signature[32:64], "big")
    v = signature[64] - 27 if signature[64] > 26 else signature[64]
    if not (0 < r < _N and 0 < s < _N and v < 4):
        return None
    nonce_point = _lift(r + _N if v & 2 else r, odd=bool(v & 1))
    if nonce_point is None:
        return None
    inverse = pow(r, -1, _N)
    message = int.from_bytes(digest, "big")
    key = _sum_of_products(_G, -message * inverse % _N, nonce_point, s * inverse % _N)
    return _compressed(key)


def _lift(x: int, *, odd: bool) -> _Point | None:
    """The point at `x` whose `y` has the parity asked for."""
    if x >= _P:
        return None
    square = (x * x * x + 7) % _P
    y = pow(square, (_P + 1) // 4, _P)
    if y * y % _P != square:
        return None
    return (x, y if y % 2 == odd else _P - y, 1)


def _sum_of_products(a: _Point, m: int, b: _Point, n: int) -> _Point:
    """m·a + n·b, both scalars walked together from their highest bit."""
    table = (_INFINITY, a, b, _add(a, b))
    total = _INFINITY
    for bit in reversed(range(256)):
        total = _add(_double(total), table[(m >> bit & 1) | (n >> bit & 1) << 1])
    return total


def _double(point: _Point) -> _Point:
    x, y, z = point
    if not y or not z:
        return _INFINITY
    yy = y * y % _P
    s = 4 * x * yy % _P
    m = 3 * x * x % _P
    x3 = (m * m - 2 * s) % _P
    return (x3, (m * (s - x3) - 8 * yy * yy) % _P, 2 * y * z % _P)


def _add(a: _Point, b: _Point) -> _Point:
    if not a[2]:
        return b
    if not b[2]:
        return a
    za, zb = a[2] * a[2] % _P, b[2] * b[2] % _P
    u1, u2 = a[0] * zb % _P, b[0] * za % _P
    s1, s2 = a[1] * zb * b[2] % _P, b[1] * za * a[2] % _P
    if u1 == u2:
        return _double(a) if s1 == s2 else _INFINITY
    h, r = u2 - u1, s2 - s1
    hh = h * h % _P
    hhh, v = h * hh % _P, u1 * hh % _P
    x3 = (r * r - hhh - 2 * v) % _P
    return (x3, (r * (v - x3) - s1 * hhh) % _P, h * a[2] * b[2] % _P)


def _compressed(point: _Point) -> bytes | None:
    x, y, z = point
    if not z:
        return None
    inverse = pow(z, -1, _P)
    x, y = x * inverse**2 % _P, y * inverse**3 % _P
    return bytes([2 + y % 2]) + x.to_bytes(32, "big")
