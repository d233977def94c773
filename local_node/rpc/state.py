"""`state_*`: storage by raw keys, proofs, metadata, runtime calls, and subscriptions to changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from btsdk.keys.hashing import blake2_256
from btsdk.well_known_keys import CODE
from local_node.chain.errors import StateDiscarded, UnknownBlock
from local_node.chain.events import Event, StorageChanged
from local_node.rpc.context import Rpc, state_failure
from local_node.rpc.errors import (
    RUNTIME_ERROR,
    STATE_ERROR,
    RpcFailure,
    invalid_params,
    unsafe_method,
)
from local_node.rpc.methods import Namespace
from local_node.rpc.peer import Subscription
from local_node.rpc.storage_query import items_below
from local_node.rpc.wire import (
    hex_of,
    optional_hex,
    read_bytes,
    read_keys,
    read_optional_hash,
    version_json,
)
from local_node.runtime.boundary import RuntimePanic, UnknownEntry

METHODS = Namespace()

_CLIENT_ERROR: Final = "Client error: "

MAX_PAGE = 1000
"""The limit of keys of one `state_getKeysPaged`, as in Substrate's node."""


@METHODS.method("state_getStorage", "state_getStorageAt")
def get_storage(rpc: Rpc, key: Any, hash: Any = None) -> str | None:
    """The raw value under a key; null if there is none."""
    state = rpc.state(read_optional_hash(hash))
    return optional_hex(state.get(read_bytes(key, "key")))


@METHODS.method("state_getStorageHash", "state_getStorageHashAt")
def get_storage_hash(rpc: Rpc, key: Any, hash: Any = None) -> str | None:
    """blake2-256 of the value under a key."""
    value = rpc.state(read_optional_hash(hash)).get(read_bytes(key, "key"))
    return None if value is None else hex_of(blake2_256(value))


@METHODS.method("state_getStorageSize", "state_getStorageSizeAt")
def get_storage_size(rpc: Rpc, key: Any, hash: Any = None) -> int | None:
    """The size in bytes of a key's value or, for a prefix, of all values under it."""
    state, prefix = rpc.state(read_optional_hash(hash)), read_bytes(key, "key")
    value = state.get(prefix)
    if value is not None:
        return len(value)
    return sum(len(found) for _, found in items_below(state, prefix)) or None


@METHODS.method("state_getKeys")
def get_keys(rpc: Rpc, prefix: Any, hash: Any = None) -> list[str]:
    """All keys with a prefix."""
    state = rpc.state(read_optional_hash(hash))
    items = items_below(state, read_bytes(prefix, "prefix"))
    return rpc.making.listed(hex_of(key) for key, _ in items)


@METHODS.method("state_getPairs", unsafe=True)
def get_pairs(rpc: Rpc, prefix: Any, hash: Any = None) -> list[list[str]]:
    """All keys with a prefix, with their values."""
    state = rpc.state(read_optional_hash(hash))
    items = items_below(state, read_bytes(prefix, "prefix"))
    return rpc.making.listed([hex_of(key), hex_of(value)] for key, value in items)


@METHODS.method("state_getKeysPaged", "state_getKeysPagedAt")
def get_keys_paged(
    rpc: Rpc, prefix: Any, count: Any, start_key: Any = None, hash: Any = None
) -> list[str]:
    """The keys with a prefix after `start_key`, in order, at most `count`."""
    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
        raise invalid_params("count: expected a number")
    if count > MAX_PAGE:
        raise RpcFailure(4002, f"count exceeds maximum value. value: {count}, max: {MAX_PAGE}")
    state = rpc.state(read_optional_hash(hash))
    after = None if start_key is None else read_bytes(start_key, "start_key")
    start = read_bytes("0x" if prefix is None else prefix, "prefix")
    return [hex_of(key) for key in state.keys(start, after, count)]


@METHODS.method("state_queryStorageAt")
def query_storage_at(rpc: Rpc, keys: Any, at: Any = None) -> list[dict[str, Any]]:
    """The values of several keys in one block, as one change set."""
    state, wanted = rpc.state(read_optional_hash(at, "at")), read_keys(keys)
    changes = rpc.making.listed([hex_of(key), optional_hex(state.get(key))] for key in wanted)
    return [{"block": hex_of(state.block.hash), "changes": changes}]


@METHODS.method("state_queryStorage", unsafe=True)
def query_storage(
    rpc: Rpc, keys: Any, from_block: Any, to_block: Any = None
) -> list[dict[str, Any]]:
    """The values of the keys at `from_block`, and each change of them up to `to_block`."""
    wanted = read_keys(keys)
    return rpc.making.listed(_changes(rpc, wanted, _range(rpc, from_block, to_block)))


def _changes(rpc: Rpc, wanted: list[bytes], blocks: list[bytes]) -> Iterator[dict[str, Any]]:
    """A change set for each block in which a key has a new value."""
    last_known: dict[bytes, bytes | None] = {}
    for block_hash in blocks:
        state = rpc.state(block_hash)
        found = {key: state.get(key) for key in wanted}
        fresh = [key for key in wanted if key not in last_known or last_known[key] != found[key]]
        if fresh:
            changes = rpc.making.listed([hex_of(key), optional_hex(found[key])] for key in fresh)
            yield {"block": hex_of(block_hash), "changes": changes}
        last_known = found


def _range(rpc: Rpc, from_block: Any, to_block: Any) -> list[bytes]:
    first = read_optional_hash(from_block, "from_block") or rpc.chain.best.hash
    last = read_optional_hash(to_block, "to_block") or rpc.chain.best.hash
    start, end = rpc.state(first).block.number, rpc.state(last).block.number
    if start > end:
        raise RpcFailure(4001, f"Cannot resolve a block range ['{start}' ... '{end}']")
    hashes = (rpc.chain.hash_at(number) for number in range(start, end + 1))
    return [found for found in hashes if found is not None]


@METHODS.method("state_getReadProof")
def get_read_proof(rpc: Rpc, keys: Any, hash: Any = None) -> dict[str, Any]:
    """The trie nodes that prove the values of the keys in a block."""
    state = rpc.state(read_optional_hash(hash))
    proof = state.proof(read_keys(keys))
    nodes = rpc.making.listed(hex_of(node) for node in proof)
    return {"at": hex_of(state.block.hash), "proof": nodes}


@METHODS.method("state_getMetadata")
def get_metadata(rpc: Rpc, hash: Any = None) -> str:
    """The runtime's metadata, version 14."""
    try:
        return hex_of(rpc.chain.metadata(read_optional_hash(hash)))
    except (UnknownBlock, StateDiscarded) as error:
        raise state_failure(error) from error


@METHODS.method("state_getRuntimeVersion", "chain_getRuntimeVersion")
def get_runtime_version(rpc: Rpc, hash: Any = None) -> dict[str, Any]:
    try:
        return version_json(rpc.chain.version(read_optional_hash(hash)))
    except (UnknownBlock, StateDiscarded) as error:
        raise state_failure(error) from error


@METHODS.method("state_call", "state_callAt")
def call(rpc: Rpc, method: Any, data: Any, hash: Any = None) -> str:
    """Call a runtime entry point on a block's state; its writes are discarded."""
    if not isinstance(method, str):
        raise invalid_params("method: expected a string")
    return hex_of(runtime_call(rpc, method, read_bytes(data, "data"), read_optional_hash(hash)))


def runtime_call(rpc: Rpc, entry: str, args: bytes, at: bytes | None) -> bytes:
    """`Chain.call`, with errors as in Substrate's node."""
    try:
        answer = rpc.chain.call(entry, args, at)
    except UnknownEntry as error:
        text = f"{_CLIENT_ERROR}Execution failed: Exported method {error.entry} is not found"
        raise RpcFailure(STATE_ERROR, text) from error
    except RuntimePanic as error:
        raise panicked(error) from error
    except (UnknownBlock, StateDiscarded) as error:
        raise state_failure(error) from error
    rpc.making.whole(2 * len(answer))
    return answer


def runtime_query(rpc: Rpc, entry: str, args: bytes, at: bytes | None, message: str) -> bytes:
    """`runtime_call` for methods whose errors all have one message, with the reason as data."""
    try:
        return runtime_call(rpc, entry, args, at)
    except RpcFailure as failure:
        raise runtime_error(failure, message) from failure


def runtime_error(failure: RpcFailure, message: str) -> RpcFailure:
    """The error of such a method where `state_call` answers `failure`."""
    return RpcFailure(RUNTIME_ERROR, message, failure.message.removeprefix(_CLIENT_ERROR))


def panicked(error: RuntimePanic) -> RpcFailure:
    """The error of `state_call` if the runtime panics."""
    text = f"{_CLIENT_ERROR}Execution failed: Runtime panicked: {error.reason}"
    return RpcFailure(STATE_ERROR, text)


@METHODS.method("state_traceBlock", unsafe=True)
def trace_block(
    rpc: Rpc, block: Any, targets: Any = None, storage_keys: Any = None, methods: Any = None
) -> None:
    """Refused: this node has no tracing."""
    raise RpcFailure(RUNTIME_ERROR, "This node does not trace blocks; use `system_dryRun`.")


@METHODS.subscription("state_subscribeStorage", "state_storage", "state_unsubscribeStorage")
def subscribe_storage(rpc: Rpc, subscription: Subscription, keys: Any = None) -> None:
    """The current values of the keys, then each change; without keys, which is unsafe, every
    change."""
    if keys is None and not subscription.peer.serves_unsafe:
        raise unsafe_method()
    wanted = None if keys is None else read_keys(keys)

    def hear(event: Event) -> None:
        if not isinstance(event, StorageChanged):
            return
        changed = event.keys if wanted is None else [key for key in wanted if key in event.changes]
        if changed:
            changes = [[hex_of(key), optional_hex(event.changes[key])] for key in changed]
            subscription.push({"block": hex_of(event.block.hash), "changes": changes})

    def say() -> None:
        if wanted is not None:
            subscription.push(query_storage_at(rpc, keys)[0])

    subscription.on_cancel(rpc.chain.listen(hear, say))


@METHODS.subscription(
    ("state_subscribeRuntimeVersion", "chain_subscribeRuntimeVersion"),
    "state_runtimeVersion",
    ("state_unsubscribeRuntimeVersion", "chain_unsubscribeRuntimeVersion"),
)
def subscribe_runtime_version(rpc: Rpc, subscription: Subscription) -> None:
    """The runtime's current version, and again whenever its code changes."""

    def hear(event: Event) -> None:
        if isinstance(event, StorageChanged) and CODE in event.changes:
            subscription.push(version_json(rpc.chain.version(event.block.hash)))

    def say() -> None:
        subscription.push(version_json(rpc.chain.version()))

    subscription.on_cancel(rpc.chain.listen(hear, say))


@METHODS.method("childstate_getKeys")
def get_child_keys(rpc: Rpc, child_storage_key: Any, prefix: Any, hash: Any = None) -> list[str]:
    """Empty: no pallet here has a child trie."""
    rpc.state(read_optional_hash(hash))
    return []


@METHODS.method("childstate_getKeysPaged", "childstate_getKeysPagedAt")
def get_child_keys_paged(
    rpc: Rpc,
    child_storage_key: Any,
    prefix: Any,
    count: Any,
    start_key: Any = None,
    hash: Any = None,
) -> list[str]:
    """Empty: no pallet here has a child trie."""
    return list(islice(get_child_keys(rpc, child_storage_key, prefix, hash), 0))


@METHODS.method("childstate_getStorage")
def get_child_storage(rpc: Rpc, child_storage_key: Any, key: Any, hash: Any = None) -> None:
    """Null: no pallet here has a child trie."""
    rpc.state(read_optional_hash(hash))
