"""`author_*`: submission of extrinsics to the pool, and their statuses."""

from __future__ import annotations

from time import perf_counter
from typing import Any, Final

from btsdk.keys.hashing import blake2_256
from local_node.chain.errors import PoolError
from local_node.chain.events import Status
from local_node.rpc.context import Rpc
from local_node.rpc.errors import AUTHOR_BAD_FORMAT, AUTHOR_OTHER, RpcFailure, unsafe_method
from local_node.rpc.methods import Namespace
from local_node.rpc.opaque import BadOpaque, opaque
from local_node.rpc.peer import Subscription
from local_node.rpc.wire import hex_of, read_bytes, read_hash

METHODS = Namespace()

QUIET_S: Final = 0.5
"""A client that fetches data for a status has finished with it once it sends no request for so
long. On an idle machine `@polkadot/api` takes 10 ms to its first request and 40 ms between two; on
a busy one many times as long.
"""


@METHODS.method("author_submitExtrinsic")
def submit_extrinsic(rpc: Rpc, extrinsic: Any) -> str:
    """Put an extrinsic into the pool; returns its hash."""
    data = read_bytes(extrinsic, "extrinsic")
    try:
        return hex_of(rpc.chain.submit(opaque(data)))
    except BadOpaque as error:
        raise RpcFailure(AUTHOR_OTHER, f"Client error: {error.display}") from error
    except PoolError as error:
        raise _failure(error) from error


@METHODS.subscription(
    "author_submitAndWatchExtrinsic", "author_extrinsicUpdate", "author_unwatchExtrinsic"
)
def submit_and_watch_extrinsic(rpc: Rpc, subscription: Subscription, bytes: Any) -> None:
    """Put an extrinsic into the pool and report each status until the last."""

    peer, told_at = subscription.peer, perf_counter()

    def hear(status: Status) -> None:
        nonlocal told_at
        for update in _updates(status):
            subscription.push(update)
        told_at = perf_counter()

    def busy_s() -> float:
        if peer.asked_at <= told_at and peer.subscriptions == 1:
            return 0.0  # it watches this extrinsic alone, and did not fetch its block
        return max(peer.asked_at, told_at) + QUIET_S - perf_counter()

    data = read_bytes(bytes, "bytes")
    try:
        _, cancel = rpc.chain.submit_and_watch(opaque(data), hear, busy_s=busy_s)
    except BadOpaque as error:
        text = f"Extrinsic has invalid format: {error.display}"
        raise RpcFailure(AUTHOR_BAD_FORMAT, text) from error
    except PoolError as error:
        raise _failure(error) from error
    subscription.on_cancel(cancel)


def _updates(status: Status) -> list[Any]:
    """A status in JSON; `ready` is followed by an empty broadcast."""
    if status.kind == "ready":
        return ["ready"]
    if status.hash is None:
        return [status.kind]
    return [{status.kind: hex_of(status.hash)}]


@METHODS.method("author_pendingExtrinsics")
def pending_extrinsics(rpc: Rpc) -> list[str]:
    """The ready extrinsics, in the order of the next block."""
    return rpc.making.listed(hex_of(entry.extrinsic) for entry in rpc.chain.pool.ready())


@METHODS.method("author_removeExtrinsic", unsafe=True)
def remove_extrinsic(rpc: Rpc, bytes_or_hash: Any) -> list[str]:
    """Remove extrinsics from the pool, each given by `{"hash": …}` or `{"extrinsic": …}`."""
    wanted = bytes_or_hash if isinstance(bytes_or_hash, list) else [bytes_or_hash]
    hashes = [_named(item) for item in wanted]
    present = [name for name in hashes if name in rpc.chain.pool]
    rpc.chain.remove(present)
    return [hex_of(name) for name in present]


def _named(item: Any) -> bytes:
    if isinstance(item, dict) and "extrinsic" in item:
        data = read_bytes(item["extrinsic"], "extrinsic")
        try:
            return blake2_256(opaque(data))
        except BadOpaque as error:
            text = f"Extrinsic has invalid format: {error.display}"
            raise RpcFailure(AUTHOR_BAD_FORMAT, text) from error
    return read_hash(item.get("hash") if isinstance(item, dict) else item, "hash")


@METHODS.method("author_hasKey", unsafe=True)
def has_key(rpc: Rpc, public_key: Any, key_type: Any) -> bool:
    """False: this node has no key store."""
    return False


@METHODS.method("author_hasSessionKeys", unsafe=True)
def has_session_keys(rpc: Rpc, session_keys: Any) -> bool:
    """False: this node has no key store."""
    return False


@METHODS.method("author_insertKey", unsafe=True)
def insert_key(rpc: Rpc, key_type: Any, suri: Any, public_key: Any) -> None:
    """Refused, as by a node that does not allow unsafe methods."""
    raise unsafe_method()


@METHODS.method("author_rotateKeys", unsafe=True)
def rotate_keys(rpc: Rpc) -> None:
    """Refused, as by a node that does not allow unsafe methods."""
    raise unsafe_method()


def _failure(error: PoolError) -> RpcFailure:
    return RpcFailure(error.code, error.text, error.data)
