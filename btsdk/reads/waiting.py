"""Waiting for a block, or for a subnet's epochs, on the best chain."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.errors import DeadlineExceeded, UsageError
from btsdk.integers import netuid_of, whole
from btsdk.reads.blocks import FILL_MOST, STALE_AFTER, moved_head, subscription
from btsdk.rpc.effects import Emit, Now, Program, RpcCall, Subscription, ask
from btsdk.state import block_context
from btsdk.state.block_context import BlockContext, head
from btsdk.state.query import storage_many
from btsdk.state.runtimes import Runtimes
from btsdk.storage import subtensor

_ROOT = 0


@dataclass(frozen=True)
class SubnetEpoch:
    """An epoch of a subnet, in the block that ran it; `index` counts the subnet's epochs."""

    netuid: int
    index: int
    block: int
    hash: str


def wait_for_block(
    runtimes: Runtimes, number: int, timeout: float | None = None
) -> Program[BlockContext]:
    """The block of this height, once the chain has it; `DeadlineExceeded` after `timeout` s."""
    number = whole(number, "block", 0)
    until = yield from _until(timeout)
    best = (yield from head(runtimes)).number
    if best < number:
        heads = yield from ask(subscription(finalized=False))
        while best < number:
            best = yield from _next(heads, best, until, f"block {number}", timeout)
    return (yield from block_context.at(runtimes, number))


def wait_for_epoch(
    runtimes: Runtimes, netuid: int, timeout: float | None = None
) -> Program[SubnetEpoch]:
    """The subnet's next epoch, once it has run; `DeadlineExceeded` after `timeout` s.

    `UsageError` if the subnet does not exist or has no epochs.
    """
    until = yield from _until(timeout)
    at = yield from head(runtimes)
    last = yield from _last(at, netuid)
    heads = yield from ask(subscription(finalized=False))
    what = f"an epoch of subnet {netuid}"
    while True:
        number = yield from _next(heads, at.number, until, what, timeout)
        at = yield from block_context.at(runtimes, number)
        found = yield from _last(at, netuid)
        if found.block > last.block:
            return (yield from _placed(found))


def epochs(runtimes: Runtimes, netuid: int) -> Program[None]:
    """Emit an `SubnetEpoch` for each epoch of the subnet from now on, without end."""
    at = yield from head(runtimes)
    last = yield from _last(at, netuid)
    heads = yield from ask(subscription(finalized=False))
    while True:
        number = yield from _next(heads, at.number, None, "a block", None)
        for each in range(max(at.number + 1, number - FILL_MOST), number + 1):
            at = yield from block_context.at(runtimes, each)
            found = yield from _last(at, netuid)
            if found.block > last.block:
                last = found
                yield from ask(Emit((yield from _placed(found))))
        if number < at.number:  # after a reorg
            at = yield from block_context.at(runtimes, number)


def _until(timeout: float | None) -> Program[float | None]:
    return None if timeout is None else (yield from ask(Now())) + timeout


def _next(
    heads: Subscription, last: int, until: float | None, what: str, timeout: float | None
) -> Program[int]:
    number = yield from moved_head(heads, last, STALE_AFTER, until)
    if number is None:
        raise DeadlineExceeded("the chain", f"{what} did not come within {timeout:g} s")
    return number


def _last(at: BlockContext, netuid: int) -> Program[SubnetEpoch]:
    """The subnet's last epoch at a block; its `hash` is still empty."""
    netuid = netuid_of(netuid)
    items = (
        subtensor.NetworksAdded,
        subtensor.Tempo,
        subtensor.SubnetEpochIndex,
        subtensor.LastEpochBlock,
    )
    exists, tempo, index, block = yield from storage_many(at, [(it, (netuid,)) for it in items])
    if not exists:
        raise UsageError(f"there is no subnet {netuid} at block {at.number}")
    if netuid == _ROOT or not tempo:
        raise UsageError(f"subnet {netuid} has no epochs")
    return SubnetEpoch(netuid, index, block, "")


def _placed(found: SubnetEpoch) -> Program[SubnetEpoch]:
    answer = yield from ask(RpcCall("chain_getBlockHash", (found.block,)))
    return SubnetEpoch(found.netuid, found.index, found.block, str(answer))
