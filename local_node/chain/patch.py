"""Changes that a development node writes over a block's state, recorded in the header.

A patched block is executed like any other; then storage is written over, and the header's state
root is that of the result. A digest item of kind `Other`, in front of the seal, holds the root
after execution alone and the changes on top of it. So roots and proofs hold, any node can execute
the block again, and a patched block cannot pass for an ordinary one. A block that skips numbers
carries the same mark, with no changes.

If no block can be executed on a state any more, a patch repairs it: it is written *before* the
execution of the block, which carries a mark of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from btsdk.errors import DecodeError
from btsdk.frozen import replace
from btsdk.scale.primitives import compact_encode, compact_read
from local_node.chain.block import HASH_BYTES, OTHER, DigestItem, Header

MARK: Final = b"btsdk/patch/1"
MEND_MARK: Final = b"btsdk/mend/1"
_MARKS: Final = (MARK, MEND_MARK)


class Patch(NamedTuple):
    """`executed_root` is the state root before `changes` (None removes a key) were written.

    For a patch that `mends` it is the root of the block itself: the changes came first.
    """

    executed_root: bytes
    changes: Mapping[bytes, bytes | None]
    mends: bool = False

    def on(self, header: Header, root: bytes) -> Header:
        """The unsealed header of a block with this patch, from the runtime's header."""
        name = MEND_MARK if self.mends else MARK
        mark = DigestItem(OTHER, data=name + self._encode())
        return replace(header, state_root=root, digest=(*header.digest, mark))

    def off(self, header: Header) -> Header:
        """The unsealed header as the runtime made it."""
        kept = tuple(item for item in header.digest if not _is_mark(item))
        return replace(header, state_root=self.executed_root, digest=kept)

    def _encode(self) -> bytes:
        parts = [self.executed_root, compact_encode(len(self.changes))]
        for key, value in sorted(self.changes.items()):
            parts += (compact_encode(len(key)), key)
            parts += (b"\x00",) if value is None else (b"\x01", compact_encode(len(value)), value)
        return b"".join(parts)


def patch_of(header: Header) -> Patch | None:
    """The patch recorded in the header, None for an ordinary block."""
    for item in header.digest:
        if _is_mark(item):
            mends = item.data.startswith(MEND_MARK)
            return _decode(item.data, len(MEND_MARK if mends else MARK), mends=mends)
    return None


def _is_mark(item: DigestItem) -> bool:
    return item.kind == OTHER and item.data.startswith(_MARKS)


def _decode(data: bytes, at: int, *, mends: bool) -> Patch:
    root, at = data[at : at + HASH_BYTES], at + HASH_BYTES
    count, at = compact_read(data, at)
    changes: dict[bytes, bytes | None] = {}
    for _ in range(count):
        key, at = _bytes(data, at)
        if data[at : at + 1] == b"\x00":
            changes[key], at = None, at + 1
        else:
            changes[key], at = _bytes(data, at + 1)
    if at != len(data):
        raise DecodeError("not a patch", offset=at)
    return Patch(root, changes, mends)


def _bytes(data: bytes, at: int) -> tuple[bytes, int]:
    length, at = compact_read(data, at)
    if at + length > len(data):
        raise DecodeError("a patch is cut off", offset=at)
    return data[at : at + length], at + length
