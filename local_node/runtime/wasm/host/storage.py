"""`ext_storage_*`: the state, its root, and nested transactions.

Keys that start with `:child_storage:` hold the roots of child tries. As in Substrate, a runtime's
attempts to write or clear them are ignored.
"""

from __future__ import annotations

from typing import Final

from btsdk.scale.primitives import compact_encode
from local_node.runtime.wasm.call import LOG, MOST_TRANSACTIONS, Call
from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    DATA,
    OPTIONAL_DATA,
    OPTIONAL_NUMBER,
    SPAN,
    U32,
    Family,
    HostError,
    Span,
)
from local_node.state.children import CHILD_PREFIX
from local_node.state.overlay import Removal

STORAGE: Final = Family("storage")

_NOTHING: Final = Removal(None, 0, 0, 0)


@STORAGE.function(1, DATA, returns=OPTIONAL_DATA)
def get(call: Call, key: bytes) -> bytes | None:
    """The value under a key."""
    return call.ext.get(key)


@STORAGE.function(1, DATA, SPAN, U32, returns=OPTIONAL_NUMBER)
def read(call: Call, key: bytes, out: Span, offset: int) -> int | None:
    """Copy a value from an offset into a buffer; return its length from there."""
    return put_part(call, call.ext.get(key), out, offset)


def put_part(call: Call, value: bytes | None, out: Span, offset: int) -> int | None:
    """Write a value, from an offset on, to a buffer of the runtime."""
    if value is None:
        return None
    rest = value[offset:]
    call.memory.write(out.pointer, rest[: out.length])
    return len(rest)


@STORAGE.function(1, DATA, DATA, name="set")
def put(call: Call, key: bytes, value: bytes) -> None:
    """Write a value."""
    if not _is_the_hosts(key):
        call.keep(len(key) + len(value))
        call.ext.set(key, value)


@STORAGE.function(1, DATA)
def clear(call: Call, key: bytes) -> None:
    """Remove a key."""
    if not _is_the_hosts(key):
        call.ext.delete(key)


@STORAGE.function(1, DATA, returns=BOOLEAN)
def exists(call: Call, key: bytes) -> bool:
    """Whether the key has a value; an empty value counts."""
    return call.ext.exists(key)


@STORAGE.function(1, DATA, name="clear_prefix")
def clear_prefix_1(call: Call, prefix: bytes) -> None:
    """Remove every key with a prefix."""
    _clear(call, prefix)


@STORAGE.function(2, DATA, OPTIONAL_NUMBER, returns=DATA, name="clear_prefix")
def clear_prefix_2(call: Call, prefix: bytes, limit: int | None) -> bytes:
    """Remove at most `limit` keys with a prefix; return whether some remain, and the keys
    visited."""
    return kill_result(_clear(call, prefix, limit))


@STORAGE.function(3, DATA, OPTIONAL_NUMBER, OPTIONAL_DATA, returns=DATA, name="clear_prefix")
def clear_prefix_3(call: Call, prefix: bytes, limit: int | None, cursor: bytes | None) -> bytes:
    """Remove keys with a prefix from a cursor on; return all counts."""
    return removal_result(_clear(call, prefix, limit, cursor))


def _clear(
    call: Call, prefix: bytes, limit: int | None = None, cursor: bytes | None = None
) -> Removal:
    reaches_children = CHILD_PREFIX.startswith(prefix) or prefix.startswith(CHILD_PREFIX)
    if reaches_children:
        LOG.warning("the runtime may not clear keys of child tries: prefix 0x%s", prefix.hex())
        return _NOTHING
    return call.ext.remove_prefix(prefix, limit, cursor)


def kill_result(removal: Removal) -> bytes:
    """A removal as the `KillStorageResult` of older functions: `AllRemoved` or `SomeRemaining`."""
    some_remain = removal.cursor is not None
    return bytes((some_remain,)) + removal.loops.to_bytes(4, "little")


def removal_result(removal: Removal) -> bytes:
    """A removal as `MultiRemovalResults`."""
    cursor = removal.cursor
    some = b"\0" if cursor is None else b"\1" + compact_encode(len(cursor)) + cursor
    counts = (removal.backend, removal.unique, removal.loops)
    return some + b"".join(count.to_bytes(4, "little") for count in counts)


@STORAGE.function(1, DATA, DATA)
def append(call: Call, key: bytes, item: bytes) -> None:
    """Append one encoded item to the vector under a key."""
    call.keep(len(key) + len(item))
    call.ext.append(key, item)


@STORAGE.function(1, returns=DATA, name="root")
def root_1(call: Call) -> bytes:
    """The state root in layout V0."""
    return call.ext.root(0)


@STORAGE.function(2, U32, returns=DATA, name="root")
def root_2(call: Call, layout: int) -> bytes:
    """The state root in a layout."""
    return call.ext.root(known_layout(layout))


def known_layout(number: int) -> int:
    """The trie layout that a number stands for."""
    if number not in (0, 1):
        raise HostError(f"there is no state version {number}")
    return number


@STORAGE.function(1, DATA, returns=OPTIONAL_DATA)
def changes_root(_call: Call, _parent_hash: bytes) -> None:
    """Always None: change tries were removed from Substrate."""


@STORAGE.function(1, DATA, returns=OPTIONAL_DATA)
def next_key(call: Call, key: bytes) -> bytes | None:
    """The next key of the state."""
    return call.ext.next_key(key)


@STORAGE.function(1)
def start_transaction(call: Call) -> None:
    """Open a nested transaction."""
    if call.transactions == MOST_TRANSACTIONS:
        raise HostError(f"{MOST_TRANSACTIONS} storage transactions are open")
    call.ext.begin()
    call.transactions += 1


@STORAGE.function(1)
def rollback_transaction(call: Call) -> None:
    """Undo the innermost transaction."""
    _expect_open(call, "roll back")
    call.ext.rollback()
    call.transactions -= 1


@STORAGE.function(1)
def commit_transaction(call: Call) -> None:
    """Keep the innermost transaction."""
    _expect_open(call, "commit")
    call.ext.commit()
    call.transactions -= 1


def _expect_open(call: Call, what: str) -> None:
    # The host's own transactions around the call are not the runtime's to end.
    if call.transactions == 0:
        raise HostError(f"there is no open transaction to {what}")


def _is_the_hosts(key: bytes) -> bool:
    if key.startswith(CHILD_PREFIX):
        LOG.warning("the runtime may not write keys of child tries: 0x%s", key.hex())
        return True
    return False
