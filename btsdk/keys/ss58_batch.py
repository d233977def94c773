"""Many addresses at once with NumPy: the same divisions for all accounts side by side.

A prefix byte, 32 bytes and two of checksum are 280 bits, divided ten times by 58^5 in limbs of 32
bits; each remainder is five digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LIMBS, _ROUNDS, _DIGITS = 9, 10, 5
_BASE = np.uint32(58)
_STEP = np.uint64(58**_DIGITS)
_LIMB_BITS = np.uint64(32)
_BITS_OF_A_STEP = 29
"""58^5 is more than 2^29: each division makes the number so many bits shorter."""


def base58_of_35_bytes(payloads: Sequence[bytes], alphabet: str) -> list[str]:
    """The base58 texts of byte strings of 35 bytes that do not begin with 0."""
    count = len(payloads)
    padded = np.zeros((count, 4 * _LIMBS), np.uint8)
    padded[:, 1:] = np.frombuffer(b"".join(payloads), np.uint8).reshape(count, -1)
    limbs = padded.view(">u4").T.astype(np.uint64)
    digits = np.empty((_ROUNDS * _DIGITS, count), np.uint8)
    for step in range(_ROUNDS):
        rest = _divided(limbs, step * _BITS_OF_A_STEP // 32)
        last = (_ROUNDS - step) * _DIGITS
        for place in range(last - 1, last - 1 - _DIGITS, -1):
            rest, digits[place] = np.divmod(rest, _BASE)
    letters = np.frombuffer(alphabet.encode(), np.uint8)[digits].T.tobytes().decode()
    width = len(digits)
    texts = [letters[start : start + width] for start in range(0, count * width, width)]
    return [text.lstrip(alphabet[0]) for text in texts]


def _divided(limbs: NDArray[np.uint64], first: int) -> NDArray[np.uint32]:
    """Divide the numbers by 58^5 in place; returns the remainders. Limbs before `first` are 0."""
    rest: NDArray[Any] = np.zeros(limbs.shape[1], np.uint64)
    for limb in limbs[first:]:
        value = rest << _LIMB_BITS | limb
        limb[:] = value // _STEP
        rest = value - limb * _STEP
    return rest.astype(np.uint32)
