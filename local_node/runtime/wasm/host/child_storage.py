"""`ext_default_child_storage_*`: the default child tries."""

from __future__ import annotations

from typing import Final

from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    DATA,
    OPTIONAL_DATA,
    OPTIONAL_NUMBER,
    SPAN,
    U32,
    Family,
    Span,
)
from local_node.runtime.wasm.host.storage import (
    kill_result,
    known_layout,
    put_part,
    removal_result,
)

CHILD_STORAGE: Final = Family("default_child_storage")


@CHILD_STORAGE.function(1, DATA, DATA, returns=OPTIONAL_DATA)
def get(call: Call, child: bytes, key: bytes) -> bytes | None:
    """The value under a key."""
    return call.ext.child(child).get(key)


@CHILD_STORAGE.function(1, DATA, DATA, SPAN, U32, returns=OPTIONAL_NUMBER)
def read(call: Call, child: bytes, key: bytes, out: Span, offset: int) -> int | None:
    """Copy a value from an offset into a buffer; return its length from there."""
    return put_part(call, call.ext.child(child).get(key), out, offset)


@CHILD_STORAGE.function(1, DATA, DATA, DATA, name="set")
def put(call: Call, child: bytes, key: bytes, value: bytes) -> None:
    """Write a value."""
    call.keep(len(child) + len(key) + len(value))
    call.ext.child(child).set(key, value)


@CHILD_STORAGE.function(1, DATA, DATA)
def clear(call: Call, child: bytes, key: bytes) -> None:
    """Remove a key."""
    call.ext.child(child).delete(key)


@CHILD_STORAGE.function(1, DATA, DATA, returns=BOOLEAN)
def exists(call: Call, child: bytes, key: bytes) -> bool:
    """Whether there is a value."""
    return call.ext.child(child).get(key) is not None


@CHILD_STORAGE.function(1, DATA, name="storage_kill")
def storage_kill_1(call: Call, child: bytes) -> None:
    """Remove the whole trie."""
    call.ext.child(child).remove_prefix(b"")


@CHILD_STORAGE.function(2, DATA, OPTIONAL_NUMBER, returns=BOOLEAN, name="storage_kill")
def storage_kill_2(call: Call, child: bytes, limit: int | None) -> bool:
    """Remove at most `limit` keys of the trie; return whether none are left."""
    return call.ext.child(child).remove_prefix(b"", limit).cursor is None


@CHILD_STORAGE.function(3, DATA, OPTIONAL_NUMBER, returns=DATA, name="storage_kill")
def storage_kill_3(call: Call, child: bytes, limit: int | None) -> bytes:
    """Remove at most `limit` keys of the trie; return whether some remain, and the keys visited."""
    return kill_result(call.ext.child(child).remove_prefix(b"", limit))


@CHILD_STORAGE.function(4, DATA, OPTIONAL_NUMBER, OPTIONAL_DATA, returns=DATA, name="storage_kill")
def storage_kill_4(call: Call, child: bytes, limit: int | None, cursor: bytes | None) -> bytes:
    """Remove keys of the trie from a cursor on; return all counts."""
    return removal_result(call.ext.child(child).remove_prefix(b"", limit, cursor))


@CHILD_STORAGE.function(1, DATA, DATA, name="clear_prefix")
def clear_prefix_1(call: Call, child: bytes, prefix: bytes) -> None:
    """Remove every key with a prefix."""
    call.ext.child(child).remove_prefix(prefix)


@CHILD_STORAGE.function(2, DATA, DATA, OPTIONAL_NUMBER, returns=DATA, name="clear_prefix")
def clear_prefix_2(call: Call, child: bytes, prefix: bytes, limit: int | None) -> bytes:
    """Remove at most `limit` keys with a prefix; return whether some remain, and the keys
    visited."""
    return kill_result(call.ext.child(child).remove_prefix(prefix, limit))


@CHILD_STORAGE.function(
    3, DATA, DATA, OPTIONAL_NUMBER, OPTIONAL_DATA, returns=DATA, name="clear_prefix"
)
def clear_prefix_3(
    call: Call, child: bytes, prefix: bytes, limit: int | None, cursor: bytes | None
) -> bytes:
    """Remove keys with a prefix from a cursor on; return all counts."""
    return removal_result(call.ext.child(child).remove_prefix(prefix, limit, cursor))


@CHILD_STORAGE.function(1, DATA, returns=DATA, name="root")
def root_1(call: Call, child: bytes) -> bytes:
    """The root of the trie in layout V0."""
    return call.ext.child(child).root(0)


@CHILD_STORAGE.function(2, DATA, U32, returns=DATA, name="root")
def root_2(call: Call, child: bytes, layout: int) -> bytes:
    """The root of the trie in a layout."""
    return call.ext.child(child).root(known_layout(layout))


@CHILD_STORAGE.function(1, DATA, DATA, returns=OPTIONAL_DATA)
def next_key(call: Call, child: bytes, key: bytes) -> bytes | None:
    """The next key of the trie."""
    return call.ext.child(child).next_key(key)
