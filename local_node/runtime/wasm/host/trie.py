"""`ext_trie_*`: roots of tries made from the given items, and proofs of one item.

The first versions use layout V0; the second ones take the layout as an argument. The proofs are
Substrate's compact ones: the nodes from the root down to a key, each without its reference to the
next node and without the value in question, which the verifier inserts.
"""

from __future__ import annotations

from typing import Final

from btsdk.errors import DecodeError
from btsdk.keys.hashing import keccak_256
from btsdk.scale.primitives import compact_read
from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import BOOLEAN, BYTES_32, DATA, U32, Family
from local_node.runtime.wasm.host.storage import known_layout
from local_node.state.trie import ordered_root, root_of
from local_node.state.trie_building import Hasher
from local_node.state.trie_node import MAX_INLINE_VALUE, TrieNode, decode, encode, hash_of

TRIE: Final = Family("trie")

MOST_ITEMS: Final = 500_000
"""The limit of a list: more items would take seconds without interruption."""


def read_list(data: bytes) -> list[bytes]:
    """An encoded `Vec<Vec<u8>>`; raises `DecodeError`."""
    count, at = compact_read(data, 0, MOST_ITEMS)
    items = []
    for _ in range(count):
        item, at = _read_bytes(data, at)
        items.append(item)
    return items


def read_pairs(data: bytes) -> dict[bytes, bytes]:
    """Decode a `Vec<(Vec<u8>, Vec<u8>)>`; of equal keys the last counts."""
    count, at = compact_read(data, 0, MOST_ITEMS)
    pairs = {}
    for _ in range(count):
        key, at = _read_bytes(data, at)
        pairs[key], at = _read_bytes(data, at)
    return pairs


def _read_bytes(data: bytes, at: int) -> tuple[bytes, int]:
    length, at = compact_read(data, at)
    if at + length > len(data):
        raise DecodeError("an item of a list is cut off", offset=at)
    return data[at : at + length], at + length


def is_proved(
    root: bytes, proof: list[bytes], key: bytes, value: bytes, layout: int, hasher: Hasher
) -> bool:
    """Whether a compact proof shows that a key has a value."""
    try:
        way = _Way(proof, key)
        return way.rebuilt(value, layout, hasher) == root
    except (_NoProof, DecodeError, IndexError):
        return False


class _NoProof(Exception):
    """Raised when the nodes do not lead to the key, or not only to it."""


class _Way:
    """The nodes from the root to the node of a key.

    Each step is a node, the position of the next node in it, and whether that node is inline.
    """

    def __init__(self, proof: list[bytes], key: bytes) -> None:
        self._rest = list(proof)
        self._steps: list[tuple[TrieNode, int, bool]] = []
        self._last = self._walk(self._take(), key.hex())
        if self._rest:
            raise _NoProof

    def _walk(self, data: bytes, path: str) -> TrieNode:
        node = decode(data)
        while path != node.partial:
            if not path.startswith(node.partial) or not node.children:
                raise _NoProof
            place = int(path[len(node.partial)], 16)
            path = path[len(node.partial) + 1 :]
            below = node.children[place]
            if not isinstance(below, bytes) or len(below) == 32:
                raise _NoProof  # nothing is there, or a part that a compact proof omits
            self._steps.append((node, place, bool(below)))
            node = decode(below or self._take())
        if node.value != b"":
            raise _NoProof  # the value must be omitted
        return node

    def _take(self) -> bytes:
        if not self._rest:
            raise _NoProof
        return self._rest.pop(0)

    def rebuilt(self, value: bytes, layout: int, hasher: Hasher) -> bytes:
        """The root of these nodes with the value inserted."""
        node = self._last.copy()
        node.hashed = layout > 0 and len(value) > MAX_INLINE_VALUE
        node.value = hasher(value) if node.hashed else value
        data = encode(node)
        for above, place, is_inline in reversed(self._steps):
            node = above.copy()
            node.children[place] = data if is_inline else hasher(data)
            data = encode(node)
        return hasher(data)


def _declare(name: str, hasher: Hasher) -> None:
    def root_1(_call: Call, items: bytes) -> bytes:
        """Root of a map."""
        return root_of(read_pairs(items), 0, hasher)

    def root_2(_call: Call, items: bytes, layout: int) -> bytes:
        """The root of a map in a layout."""
        return root_of(read_pairs(items), known_layout(layout), hasher)

    def ordered_root_1(_call: Call, items: bytes) -> bytes:
        """Root of a list."""
        return ordered_root(read_list(items), 0, hasher)

    def ordered_root_2(_call: Call, items: bytes, layout: int) -> bytes:
        """The root of a list in a layout."""
        return ordered_root(read_list(items), known_layout(layout), hasher)

    def proof_1(_call: Call, root: bytes, proof: bytes, key: bytes, value: bytes) -> bool:
        """Whether a proof shows that a key has a value."""
        return is_proved(root, read_list(proof), key, value, 0, hasher)

    def proof_2(
        _call: Call, root: bytes, proof: bytes, key: bytes, value: bytes, layout: int
    ) -> bool:
        """The same in a layout."""
        return is_proved(root, read_list(proof), key, value, known_layout(layout), hasher)

    TRIE.function(1, DATA, returns=BYTES_32, name=f"{name}_root")(root_1)
    TRIE.function(2, DATA, U32, returns=BYTES_32, name=f"{name}_root")(root_2)
    TRIE.function(1, DATA, returns=BYTES_32, name=f"{name}_ordered_root")(ordered_root_1)
    TRIE.function(2, DATA, U32, returns=BYTES_32, name=f"{name}_ordered_root")(ordered_root_2)
    proof_kinds = (BYTES_32, DATA, DATA, DATA)
    TRIE.function(1, *proof_kinds, returns=BOOLEAN, name=f"{name}_verify_proof")(proof_1)
    TRIE.function(2, *proof_kinds, U32, returns=BOOLEAN, name=f"{name}_verify_proof")(proof_2)


_declare("blake2_256", hash_of)
_declare("keccak_256", keccak_256)
