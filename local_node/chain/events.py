"""The events of a chain, in the order in which they happen.

A listener is called by the thread that changed the chain, after the change is on disk, while the
chain's lock is held: it hands over and returns, it does not wait and does not raise.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple

from btsdk.frozen import Frozen
from local_node.chain.block import Block, BlockRef

StatusKind = Literal[
    "future",
    "ready",
    "inBlock",
    "retracted",
    "finalityTimeout",
    "finalized",
    "usurped",
    "dropped",
    "invalid",
]


class Status(NamedTuple):
    """The status of an extrinsic, in the words of `author_extrinsicUpdate`.

    `hash` is the block of `inBlock`, `retracted`, `finalityTimeout`, `finalized`, or the extrinsic
    that `usurped` this one; `place` is the index in that block. There is no `broadcast`, since the
    node has no peers.
    """

    kind: StatusKind
    hash: bytes | None = None
    place: int | None = None

    @property
    def is_final(self) -> bool:
        """No further status follows."""
        return self.kind in ("finalized", "finalityTimeout", "usurped", "dropped", "invalid")


class Work(NamedTuple):
    """The cost of executing a block here. `failed` counts its failed extrinsics, None for an
    imported block whose count is not known."""

    seconds: float
    failed: int | None


class Imported(NamedTuple):
    """`block` is the new best block.

    Where the head moved to another branch, `retracted` are the blocks that are no longer part of
    the chain (newest first) and `enacted` those that came in below `block` (oldest first).
    """

    block: Block
    retracted: tuple[BlockRef, ...] = ()
    enacted: tuple[BlockRef, ...] = ()
    work: Work | None = None


class HeadMoved(NamedTuple):
    """The head went to a block that existed before: a revert, or a change of branch."""

    best: BlockRef
    retracted: tuple[BlockRef, ...]
    enacted: tuple[BlockRef, ...]


class Finalized(NamedTuple):
    """`block` and every block below it are final; `below` lists those that became final with it,
    oldest first."""

    block: BlockRef
    below: tuple[BlockRef, ...] = ()


class ExtrinsicStatus(NamedTuple):
    """An extrinsic that is or was in the pool has a new status."""

    hash: bytes
    status: Status


class StorageChanged(Frozen, hidden=("changes",)):
    """The difference between the new best state and the one before; None for a removed key."""

    block: BlockRef
    changes: Mapping[bytes, bytes | None]

    @property
    def keys(self) -> tuple[bytes, ...]:
        return tuple(self.changes)


Event = Imported | HeadMoved | Finalized | ExtrinsicStatus | StorageChanged
Listener = Callable[[Event], None]
