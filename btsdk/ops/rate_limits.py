"""Rate limits of an account's transactions, and the block at which each ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage import subtensor as s
from btsdk.tx.operation import Refusal


@dataclass(frozen=True)
class TransactionLimit:
    """A limit that the chain counts for each account and subnet, under `number`."""

    number: int
    code: str
    what: str
    blocks: Callable[[BlockContext], Program[int]]


def wait_refusals(
    at: BlockContext, limit: TransactionLimit, account: str, netuid: int
) -> Program[tuple[Refusal, ...]]:
    """A refusal if the next block is too early after the last transaction of this kind."""
    last = yield from storage(at, s.TransactionKeyLastBlock, account, netuid, limit.number)
    if not last:
        return ()
    first = last + (yield from limit.blocks(at))
    return () if at.number + 1 >= first else (too_early(at, limit.code, limit.what, last, first),)


def too_early(at: BlockContext, code: str, what: str, last: int, first: int) -> Refusal:
    """The refusal of what is possible again from block `first` on."""
    reason = (
        f"{what} changed in block {last}: it can change again from block {first} on, in "
        f"{first - at.number:,} blocks"
    )
    return Refusal(code, reason)


def _fixed(blocks: int) -> Callable[[BlockContext], Program[int]]:
    def program(at: BlockContext) -> Program[int]:
        yield from ()
        return blocks

    return program


def _childkey_take(at: BlockContext) -> Program[int]:
    return (yield from storage(at, s.TxChildkeyTakeRateLimit))


CHILDREN = TransactionLimit(
    0, "SubtensorModule.TxRateLimitExceeded", "the children of this hotkey", _fixed(150)
)
CHILDKEY_TAKE = TransactionLimit(
    1,
    "SubtensorModule.TxChildkeyTakeRateLimitExceeded",
    "the childkey take of this hotkey",
    _childkey_take,
)
