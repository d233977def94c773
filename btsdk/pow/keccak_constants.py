"""The constants of Keccak-f[1600] (FIPS 202), by lane number x + 5y where they belong to lanes."""

from __future__ import annotations

ROUNDS = 24


def _round_constants() -> tuple[int, ...]:
    """Algorithm 5: bits of a linear feedback register, at the positions 2^j - 1."""
    constants, register = [], 1
    for _ in range(ROUNDS):
        constant = 0
        for j in range(7):
            if register & 1:
                constant |= 1 << ((1 << j) - 1)
            register = register << 1 ^ (register >> 7) * 0x171
        constants.append(constant)
    return tuple(constants)


def _rotations() -> tuple[int, ...]:
    """By how many bits ρ rotates each lane."""
    rotations = [0] * 25
    x, y = 1, 0
    for t in range(24):
        rotations[x + 5 * y] = (t + 1) * (t + 2) // 2 % 64
        x, y = y, (2 * x + 3 * y) % 5
    return tuple(rotations)


ROUND_CONSTANTS = _round_constants()
ROTATIONS = _rotations()
