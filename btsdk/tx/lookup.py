"""The receipt of an extrinsic that is known by its hash alone: its block is searched for."""

from __future__ import annotations

from collections.abc import Iterator

from btsdk.errors import UsageError
from btsdk.integers import whole
from btsdk.rpc.effects import Program, RpcBatch, RpcCall, ask
from btsdk.state import block_context
from btsdk.state.block_context import BlockContext, height
from btsdk.state.runtimes import Runtimes
from btsdk.tx.receipt import Receipt, index_in, receipt

WITHIN = 64
"""Blocks: the lifetime of an extrinsic of many wallets."""
_AT_ONCE = 8


def find_receipt(
    runtimes: Runtimes, extrinsic_hash: str, near: int | str | None = None, within: int = WITHIN
) -> Program[Receipt]:
    """The receipt of an extrinsic, searched in the `within` blocks before and after `near`, a
    height or a block's hash; by default in the newest blocks. Raises `UsageError` if it is not
    there."""
    wanted = extrinsic_hash.lower()
    within = whole(within, "within", 0)
    best = yield from block_context.head(runtimes)
    start = best if near is None else (yield from block_context.at(runtimes, near))
    heights = list(_outward(start.number, best.number, within))
    for first in range(0, len(heights), _AT_ONCE):
        numbers = heights[first : first + _AT_ONCE]
        found = yield from _in_blocks(runtimes, start, numbers, wanted)
        if found is not None:
            return found
    raise UsageError(
        f"no block from {min(heights)} to {max(heights)} has the extrinsic {extrinsic_hash}",
        hint="Pass a block close to it as `near`, or a larger `within`.",
    )


def _outward(start: int, best: int, within: int) -> Iterator[int]:
    """The heights around one, the closest first."""
    yield start
    for distance in range(1, within + 1):
        for number in (start - distance, start + distance):
            if 0 <= number <= best:
                yield number


def _in_blocks(
    runtimes: Runtimes, start: BlockContext, numbers: list[int], wanted: str
) -> Program[Receipt | None]:
    hashes = yield from ask(RpcBatch(tuple(RpcCall("chain_getBlockHash", (n,)) for n in numbers)))
    if start.number in numbers:  # a block given by hash may be outside of the best chain
        hashes[numbers.index(start.number)] = start.hash
    calls = tuple(RpcCall("chain_getBlock", (block_hash,)) for block_hash in hashes)
    for block_hash, answer in zip(hashes, (yield from ask(RpcBatch(calls))), strict=True):
        if answer is not None and index_in(answer, wanted) is not None:
            final = yield from _is_final(block_hash)
            return (yield from receipt(runtimes, block_hash, wanted, finalized=final))
    return None


def _is_final(block_hash: str) -> Program[bool]:
    """Whether the block is on the best chain and not above the last finalized one."""
    final = yield from ask(RpcCall("chain_getFinalizedHead"))
    last, header = yield from ask(
        RpcBatch(tuple(RpcCall("chain_getHeader", (one,)) for one in (final, block_hash)))
    )
    if header is None or height(header) > height(last):
        return False
    there = yield from ask(RpcCall("chain_getBlockHash", (height(header),)))
    return bool(there == block_hash)
