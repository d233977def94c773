"""`dev_*`: block production, the chain's time, snapshots and reorgs.

For local chains alone. Methods that chopsticks has too take its parameters: one object; they may
also be given one by one. `dev_state` has the methods that change the state.
"""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from btsdk.errors import AddressError, EncodeError, UsageError
from local_node.chain.block import BlockRef
from local_node.chain.chain import MOST_NUMBER
from local_node.chain.clock import LATEST_MS
from local_node.chain.errors import PoolError
from local_node.chain.modes import Batch, Instant, Interval, Manual, Mode
from local_node.rpc.context import Rpc
from local_node.rpc.errors import RpcFailure, invalid_params
from local_node.rpc.methods import Namespace
from local_node.rpc.wire import hex_of, read_bytes, read_hash

METHODS = Namespace(unsafe=True)

MOST_BLOCKS = 1_000
"""The most blocks of one request, whose connection waits for them."""

U32_MAX = 2**32 - 1
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


@METHODS.method("dev_newBlock")
def new_block(
    rpc: Rpc, count: Any = None, to: Any = None, transactions: Any = None,
    unsafeBlockHeight: Any = None,
) -> str:  # fmt: skip
    """Make blocks now from the pool; returns the hash of the last.

    `count` of them, or up to number `to`. The first holds only `transactions`, if there are any,
    and has the number `unsafeBlockHeight`, which may skip some.
    """
    if isinstance(count, dict):
        return new_block(rpc, **parts(count, "count", "to", "transactions", "unsafeBlockHeight"))
    best = rpc.chain.best.number
    if to is not None:
        if not whole(to, best + 1, U32_MAX):
            raise invalid_params(f"to: the chain is at block {best}; give a higher number")
        count = to - (best if unsafeBlockHeight is None else unsafeBlockHeight - 1)
    count = 1 if count is None else count
    if not whole(count, 1, MOST_BLOCKS):
        raise invalid_params(f"count must be a whole number from 1 to {MOST_BLOCKS}")
    if unsafeBlockHeight is not None and not whole(unsafeBlockHeight, best + 1, MOST_NUMBER):
        raise invalid_params(f"unsafeBlockHeight must be a number from {best + 1} to {MOST_NUMBER}")
    extrinsics = None if transactions is None else _extrinsics(transactions)
    try:
        return hex_of(rpc.control.new_blocks(count, extrinsics, unsafeBlockHeight).hash)
    except PoolError as error:
        raise RpcFailure(error.code, error.text, error.data) from error


@METHODS.method("dev_setHead")
def set_head(rpc: Rpc, hashOrNumber: Any) -> str:
    """Move the head to a block by its hash or number; a negative number counts from the head.

    If no final block is abandoned, it is a reorg: the extrinsics of the abandoned blocks return to
    the pool. Otherwise it is a rewind, and they are lost.
    """
    return _hash(usable(rpc.control.set_head, _number_or_hash(hashOrNumber)))


@METHODS.method("dev_setFinalityLag")
def set_finality_lag(rpc: Rpc, lag: Any) -> str:
    """Set the finality lag in blocks, 0 for instant finality; returns the hash of the final
    block."""
    if not whole(lag, 0, U32_MAX):
        raise invalid_params("lag must be a whole number of blocks")
    usable(rpc.chain.set_finality_lag, lag)
    return _hash(rpc.chain.finalized)


@METHODS.method("dev_finalize")
def finalize(rpc: Rpc, hashOrNumber: Any = None) -> str:
    """Make a block of the best chain final with all below it, by default the best; returns the hash
    of the final block."""
    wanted = None if hashOrNumber is None else _number_or_hash(hashOrNumber)
    return _hash(usable(rpc.control.finalize, wanted))


@METHODS.method("dev_advanceToEpoch")
def advance_to_epoch(rpc: Rpc, netuid: Any) -> dict[str, Any]:
    """Make blocks until the subnet's next epoch has run; returns the block in which it did."""
    if not whole(netuid, 0, 2**16 - 1):
        raise invalid_params("netuid must be a whole number")
    return ref_json(usable(rpc.control.advance_to_epoch, netuid))


@METHODS.method("dev_setBlockBuildMode")
def set_block_build_mode(rpc: Rpc, mode: Any, interval: Any = None) -> None:
    """Set the mode: `Instant` (with an interval: also a block so many seconds after the last, at
    least), `Batch` (so many seconds after the first extrinsic), `Interval` (every so many seconds)
    or `Manual`."""
    rpc.chain.mode = _mode(mode, interval)


@METHODS.method("dev_timeTravel")
def time_travel(rpc: Rpc, date: Any) -> int:
    """Set the chain's clock: milliseconds since 1970, or an ISO 8601 date and time. The next block
    has the first slot from there on."""
    moment = _moment(date)
    usable(rpc.chain.travel_to, moment)
    return moment


@METHODS.method("dev_snapshot")
def snapshot(rpc: Rpc) -> int:
    """Take a snapshot of the chain; returns its number."""
    return rpc.control.snapshots.take()


@METHODS.method("dev_revert")
def revert(rpc: Rpc, snapshot: Any) -> str:
    """Restore a snapshot, any number of times; returns the hash of the head."""
    if not whole(snapshot, 1, 2**63 - 1):
        raise invalid_params("snapshot: expected a number returned by dev_snapshot")
    usable(rpc.control.snapshots.revert, snapshot)
    return _hash(rpc.chain.best)


@METHODS.method("dev_status")
def status(rpc: Rpc) -> dict[str, Any]:
    """The mode, how far the chain's time is ahead of the wall clock, and the final block."""
    return {
        "mode": type(rpc.chain.mode).__name__.lower(),
        "aheadMs": rpc.chain.ahead_ms,
        "nextBlockMs": rpc.chain.next_tick_ms(),
        "finalized": ref_json(rpc.chain.finalized),
        "finalityLag": rpc.chain.finality_lag,
    }


@METHODS.method("dev_nodeInfo")
def node_info(rpc: Rpc) -> dict[str, Any]:
    """The node's settings that a developer may have changed, in one answer."""
    chain, version = rpc.chain, rpc.chain.version()
    best, mode = chain.best, chain.mode
    seconds = mode.heartbeat if isinstance(mode, Instant) else getattr(mode, "seconds", None)
    return {
        "chain": rpc.identity.chain_name,
        "specName": version.spec_name,
        "specVersion": version.spec_version,
        "genesis": hex_of(chain.genesis_hash),
        "best": ref_json(best) | {"patched": chain.is_patched(best.hash)},
        "finalized": ref_json(chain.finalized),
        "finalityLag": chain.finality_lag,
        "mode": type(mode).__name__,
        "interval": seconds,
        "nextBlockMs": chain.next_tick_ms(),
        "timestampMs": chain.timestamp_ms,
        "clockOffsetMs": chain.clock.offset_ms,
        "aheadMs": chain.ahead_ms,
        "pool": {"ready": len(chain.pending()), "future": len(chain.pool.future())},
        "beacon": chain.has_beacon,
        "fork": None if chain.store.origin is None else chain.store.origin.document(),
        "impersonated": [hex_of(account) for account in sorted(chain.impersonation.accounts)],
        "snapshots": len(rpc.control.snapshots),
    }


# For this module and `dev_state`


def ref_json(block: BlockRef) -> dict[str, Any]:
    """A block's hash and number."""
    return {"hash": hex_of(block.hash), "number": block.number}


def whole(value: Any, least: int, most: int | None = None) -> bool:
    """Whether this is a whole number within these bounds; true and false are not."""
    return type(value) is int and value >= least and (most is None or value <= most)


def parts(given: dict[str, Any], *names: str) -> dict[str, Any]:
    """The parameters in chopsticks' object; unknown ones are refused."""
    strange = sorted(set(given) - set(names))
    if strange:
        raise invalid_params(f"unknown parameter `{strange[0]}`")
    return given


def usable(function: Any, *arguments: Any) -> Any:
    """Call a function; its `UsageError` becomes an error about the parameters."""
    try:
        return function(*arguments)
    except (UsageError, EncodeError, AddressError) as error:
        raise invalid_params(str(error)) from error


def _hash(block: BlockRef) -> str:
    return hex_of(block.hash)


def _number_or_hash(value: Any) -> int | bytes:
    if type(value) is not int:
        return read_hash(value, "hashOrNumber")
    if abs(value) > U32_MAX:
        raise invalid_params("hashOrNumber: a block number has at most 32 bits")
    return value


def _extrinsics(transactions: Any) -> list[bytes]:
    if not isinstance(transactions, list):
        raise invalid_params("transactions: expected a list of extrinsics in hex")
    return [read_bytes(item, "transactions") for item in transactions]


def _mode(name: Any, interval: Any) -> Mode:
    is_number = isinstance(interval, int | float) and not isinstance(interval, bool)
    if interval is not None and not (is_number and 0.001 <= interval <= 86_400):
        raise invalid_params("interval: expected seconds, from 0.001 to one day")
    match str(name).lower():
        case "instant":
            return Instant(interval)
        case "batch":
            return Batch() if interval is None else Batch(interval)
        case "interval" if interval is not None:
            return Interval(interval)
        case "interval":
            raise invalid_params("interval: required, in seconds")
        case "manual":
            return Manual()
    raise invalid_params("mode must be Instant, Batch, Interval or Manual")


def _moment(date: Any) -> int:
    if whole(date, 0, LATEST_MS):
        return int(date)
    if not isinstance(date, str):
        raise invalid_params(
            f"date: expected whole milliseconds since 1970, at most {LATEST_MS} (the year 9999), "
            "or an ISO 8601 date and time"
        )
    try:
        read = datetime.fromisoformat(date.replace("Z", "+00:00"))
    except ValueError:
        raise invalid_params(f"date: {date[:40]!r} is not an ISO 8601 date and time") from None
    if read.tzinfo is None:
        read = read.replace(tzinfo=timezone.utc)
    since = read - _EPOCH
    moment = (since.days * 86_400 + since.seconds) * 1000 + since.microseconds // 1000
    if not 0 <= moment <= LATEST_MS:
        raise invalid_params(f"date: {date[:40]!r} is outside the years 1970 to 9999")
    return moment
