"""BLAKE3 with 32 bytes of output, which RFC-0078 hashes metadata with and nothing else here needs.

Plain Python: a runtime's metadata takes a fraction of a second, once per runtime.
"""

from __future__ import annotations

import struct

_IV = (
    0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19,
)  # fmt: skip
_PERMUTATION = (2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8)
_LANES = (
    (0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
    (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14),
)  # fmt: skip
_ROUNDS = 7
_CHUNK, _BLOCK = 1024, 64
_CHUNK_START, _CHUNK_END, _PARENT, _ROOT = 1, 2, 4, 8
_MASK = 0xFFFFFFFF
_WORDS = struct.Struct("<16I")
_DIGEST = struct.Struct("<8I")

Chain = tuple[int, ...]
"""Eight words that stand for everything hashed so far."""


def _steps() -> tuple[tuple[int, ...], ...]:
    """All quarter rounds: four places of the state, and the two message words that they mix in."""
    order = list(range(16))
    steps = []
    for _ in range(_ROUNDS):
        pairs = zip(order[::2], order[1::2], strict=True)
        steps += [
            (*lane, first, second) for lane, (first, second) in zip(_LANES, pairs, strict=True)
        ]
        order = [order[place] for place in _PERMUTATION]
    return tuple(steps)


_STEPS = _steps()


def blake3(data: bytes) -> bytes:
    """The 32-byte digest."""
    return _DIGEST.pack(*_tree(data, 0, _ROOT))


def _tree(data: bytes, first_chunk: int, flags: int) -> Chain:
    """A chunk, or a parent: its left side has as many chunks, a power of two, as leave a rest."""
    chunks = max(1, -(-len(data) // _CHUNK))
    if chunks == 1:
        return _chunk(data, first_chunk, flags)
    left = 1 << (chunks - 1).bit_length() - 1
    split = left * _CHUNK
    words = _tree(data[:split], first_chunk, 0) + _tree(data[split:], first_chunk + left, 0)
    return _compress(_IV, words, 0, _BLOCK, _PARENT | flags)


def _chunk(data: bytes, index: int, flags: int) -> Chain:
    chain: Chain = _IV
    last = max(0, (len(data) - 1) // _BLOCK)
    for number in range(last + 1):
        block = data[number * _BLOCK : (number + 1) * _BLOCK]
        mode = (_CHUNK_START if number == 0 else 0) | (_CHUNK_END | flags if number == last else 0)
        words = _WORDS.unpack(block.ljust(_BLOCK, b"\0"))
        chain = _compress(chain, words, index, len(block), mode)
    return chain


def _compress(chain: Chain, words: Chain, counter: int, length: int, flags: int) -> Chain:
    v = [*chain, *_IV[:4], counter & _MASK, counter >> 32, length, flags]
    for a, b, c, d, first, second in _STEPS:
        x = v[a] + v[b] + words[first] & _MASK
        w = v[d] ^ x
        w = (w >> 16 | w << 16) & _MASK
        z = v[c] + w & _MASK
        y = v[b] ^ z
        y = (y >> 12 | y << 20) & _MASK
        x = x + y + words[second] & _MASK
        w ^= x
        w = (w >> 8 | w << 24) & _MASK
        z = z + w & _MASK
        y ^= z
        v[a], v[b], v[c], v[d] = x, (y >> 7 | y << 25) & _MASK, z, w
    return tuple(low ^ high for low, high in zip(v[:8], v[8:], strict=True))
