"""SHA-256 (FIPS 180-4) as instructions of a kernel."""

from __future__ import annotations

from collections.abc import Sequence
from math import isqrt

from btsdk.pow.native.words import Word, Words, literal

_ROUNDS = 64


def digest(words: Words, message: Sequence[Word]) -> list[Word]:
    """The eight words of the digest of a padded message, 16 words a block."""
    state = [literal(_root(prime, cube=False)) for prime in _primes(8)]
    for start in range(0, len(message), 16):
        state = _compress(words, state, list(message[start : start + 16]))
    return state


def _compress(words: Words, state: list[Word], block: list[Word]) -> list[Word]:
    a, b, c, d, e, f, g, h = state
    for number in range(_ROUNDS):
        if number >= 16:
            block.append(_schedule(words, block, number))
        chosen = words.xor(g, words.and_(e, words.xor(f, g)))
        majority = words.or_(words.and_(a, b), words.and_(c, words.or_(a, b)))
        constant = words.add(literal(_CONSTANTS[number]), block[number])
        first = words.add(constant, h, _mixed(words, e, 6, 11, 25), chosen)
        second = words.add(_mixed(words, a, 2, 13, 22), majority)
        a, b, c, d, e, f, g, h = (
            words.add(first, second), a, b, c, words.add(d, first), e, f, g,
        )  # fmt: skip
    after = (a, b, c, d, e, f, g, h)
    return [words.add(one, other) for one, other in zip(state, after, strict=True)]


def _schedule(words: Words, block: list[Word], number: int) -> Word:
    early, late = block[number - 15], block[number - 2]
    low = words.xor(
        words.rotate_right(early, 7),
        words.rotate_right(early, 18),
        words.shift_right(early, 3),
    )
    high = words.xor(
        words.rotate_right(late, 17), words.rotate_right(late, 19), words.shift_right(late, 10)
    )
    return words.add(block[number - 16], low, block[number - 7], high)


def _mixed(words: Words, word: Word, *rotations: int) -> Word:
    return words.xor(*(words.rotate_right(word, bits) for bits in rotations))


def _primes(count: int) -> list[int]:
    found: list[int] = []
    number = 2
    while len(found) < count:
        if all(number % prime for prime in found):
            found.append(number)
        number += 1
    return found


def _root(number: int, *, cube: bool) -> int:
    """The first 32 bits of the fraction of the square or cube root."""
    if not cube:
        return isqrt(number << 64) % (1 << 32)
    low, high = 0, 1 << 40
    while low < high:  # the integer cube root of number · 2^96
        middle = (low + high + 1) // 2
        if middle**3 <= number << 96:
            low = middle
        else:
            high = middle - 1
    return low % (1 << 32)


_CONSTANTS = [_root(prime, cube=True) for prime in _primes(_ROUNDS)]
