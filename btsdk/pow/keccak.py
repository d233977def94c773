"""Keccak-256 of many 32-byte messages at once, on NumPy arrays.

No released library offers Keccak with its original padding at the speed of `hashlib`, and calling
one for each message costs more than the hashing. Here the 25 lanes of the state are rows and the
messages are columns, so that one array operation performs a step for all messages. The permutation
is Keccak-f[1600] as FIPS 202 gives it; a message of 32 bytes fills one block.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from btsdk.pow.keccak_constants import ROTATIONS, ROUND_CONSTANTS

Lanes = npt.NDArray[np.uint64]
"""Rows are 64-bit lanes of digests or messages, in their little-endian order."""

_MESSAGE_LANES = 4
_PADDING_FIRST, _PADDING_LAST = 4, 16  # lanes of the first and last bit of padding, at rate 1088


def _moves() -> npt.NDArray[np.intp]:
    """The source lanes of π for five rows of seven: the first two columns are repeated after the
    fifth, so that χ reads its neighbours without wrapping around.
    """
    source = np.zeros((5, 7), np.intp)
    for x in range(5):
        for y in range(5):
            row, column = (2 * x + 3 * y) % 5, y
            source[row, column] = x + 5 * y
    source[:, 5:] = source[:, :2]
    return source.ravel()


_CONSTANTS = [np.uint64(constant) for constant in ROUND_CONSTANTS]
_LEFT = np.array(ROTATIONS, np.uint64).reshape(25, 1)
_RIGHT = (
    np.uint64(64) - _LEFT
)  # a shift by all 64 bits gives 0, so the lane that stays is right too
_MOVES = _moves()
_ONE, _REST = np.uint64(1), np.uint64(63)


class Keccak:
    """The hash of `size` messages, in arrays that are used again for each call."""

    def __init__(self, size: int) -> None:
        self._state = np.zeros((25, size), np.uint64)
        self._turned = np.zeros((25, size), np.uint64)
        self._spare = np.zeros((25, size), np.uint64)
        self._wide = np.zeros((35, size), np.uint64)
        self._parity = np.zeros((3, 5, size), np.uint64)
        self._mix = np.zeros((5, size), np.uint64)

    def digests(self, messages: Lanes) -> Lanes:
        """Four rows of digest for four rows of message; valid until the next call."""
        state = self._state
        state.fill(0)
        state[:_MESSAGE_LANES] = messages
        state[_PADDING_FIRST] = 1
        state[_PADDING_LAST] = np.uint64(1 << 63)
        for constant in _CONSTANTS:
            self._theta()
            self._rho_pi()
            self._chi()
            np.bitwise_xor(state[0], constant, state[0])
        return state[:_MESSAGE_LANES]

    def _theta(self) -> None:
        planes = self._state.reshape(5, 5, -1)
        parity, turned, carry = self._parity
        mix = self._mix
        np.bitwise_xor(planes[0], planes[1], parity)
        for plane in planes[2:]:
            np.bitwise_xor(parity, plane, parity)
        np.left_shift(parity, _ONE, turned)
        np.right_shift(parity, _REST, carry)
        np.bitwise_or(turned, carry, turned)
        np.bitwise_xor(parity[:3], turned[2:], mix[1:4])
        np.bitwise_xor(parity[4], turned[1], mix[0])
        np.bitwise_xor(parity[3], turned[0], mix[4])
        np.bitwise_xor(planes, mix, planes)

    def _rho_pi(self) -> None:
        np.left_shift(self._state, _LEFT, self._turned)
        np.right_shift(self._state, _RIGHT, self._spare)
        np.bitwise_or(self._turned, self._spare, self._turned)
        np.take(self._turned, _MOVES, 0, self._wide, "clip")

    def _chi(self) -> None:
        rows = self._wide.reshape(5, 7, -1)
        spare = self._spare.reshape(5, 5, -1)
        np.invert(rows[:, 1:6], spare)
        np.bitwise_and(spare, rows[:, 2:7], spare)
        np.bitwise_xor(spare, rows[:, 0:5], self._state.reshape(5, 5, -1))
