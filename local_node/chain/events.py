"""What a chain tells its listeners, in the order in which it happens.

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
    """Where an extrinsic is, in the words of `author_extrinsicUpdate`.

    `hash` is the block of `inBlock`, `retracted`, `finalityTimeout`, `finalized`, or the extrinsic
    that `usurped` this one; `place` its index in that block. There is no `broadcast`, since there
    are no peers.
    """

    kind: StatusKind
    hash: bytes | None = None
    place: int | None = None

    @property
    def is_final(self) -> bool:
        """No further status follows."""
        return self.kind in ("finalized", "finalityTimeout", "usurped", "dropped", "invalid")


class Work(NamedTuple):
    """What it took to execute a block here. `failed` counts the extrinsics in it that failed, None
    where somebody else made the block, and nobody said."""

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
    """`block` and everything below it stays; `below` are those that did not before, oldest
    first, where several became final at once."""

    block: BlockRef
    below: tuple[BlockRef, ...] = ()


class ExtrinsicStatus(NamedTuple):
    """An extrinsic that is, or was, in the pool has a new status."""

    hash: bytes
    status: Status


class StorageChanged(Frozen, hidden=("changes",)):
    """What differs in the new best state from the one before it; None for a key that is gone."""

    block: BlockRef
    changes: Mapping[bytes, bytes | None]

    @property
    def keys(self) -> tuple[bytes, ...]:
        return tuple(self.changes)


Event = Imported | HeadMoved | Finalized | ExtrinsicStatus | StorageChanged
Listener = Callable[[Event], None]
