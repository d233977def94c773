"""`ext_offchain_index_*` and `ext_offchain_*`: offchain storage.

As in Substrate, index and local storage are one database; here it lives as long as the process.
Calls that only offchain workers may make (requests, sleep, submitting extrinsics) trap in Substrate
for any other caller. Here they always trap, since the node runs no workers.
"""

from __future__ import annotations

import os
import time
from typing import Final

from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    BYTES_32,
    DATA,
    OPTIONAL_DATA,
    U32,
    U64,
    Family,
    HostError,
    Kind,
)

OFFCHAIN_INDEX: Final = Family("offchain_index")
OFFCHAIN: Final = Family("offchain")

PERSISTENT: Final = 1
LOCAL: Final = 2

MOST_BYTES: Final = 64 * 1024 * 1024
"""The database's limit in bytes; it is in memory and outlives the calls."""
_ENTRY_BYTES: Final = 100


class OffchainDatabase:
    """The values of one runtime, by kind and key."""

    def __init__(self) -> None:
        self._values: dict[tuple[int, bytes], bytes] = {}
        self._size = 0

    def get(self, kind: int, key: bytes) -> bytes | None:
        return self._values.get((_known(kind), key))

    def put(self, kind: int, key: bytes, value: bytes | None) -> None:
        """Write a value; None removes it."""
        place = _known(kind), key
        before = self._values.pop(place, None)
        self._size -= 0 if before is None else len(key) + len(before) + _ENTRY_BYTES
        if value is None:
            return
        self._size += len(key) + len(value) + _ENTRY_BYTES
        if self._size > MOST_BYTES:
            self._size -= len(key) + len(value) + _ENTRY_BYTES
            raise HostError(f"the offchain storage holds {MOST_BYTES >> 20} MiB, its maximum")
        self._values[place] = value


def _known(kind: int) -> int:
    if kind not in (PERSISTENT, LOCAL):
        raise HostError(f"there is no offchain storage of kind {kind}")
    return kind


@OFFCHAIN_INDEX.function(1, DATA, DATA, name="set")
def index_set(call: Call, key: bytes, value: bytes) -> None:
    """Write a value to the index."""
    call.runtime.offchain.put(PERSISTENT, key, value)


@OFFCHAIN_INDEX.function(1, DATA, name="clear")
def index_clear(call: Call, key: bytes) -> None:
    """Remove a value from the index."""
    call.runtime.offchain.put(PERSISTENT, key, None)


@OFFCHAIN.function(1, U32, DATA, DATA)
def local_storage_set(call: Call, kind: int, key: bytes, value: bytes) -> None:
    """Write a value."""
    call.runtime.offchain.put(kind, key, value)


@OFFCHAIN.function(1, U32, DATA)
def local_storage_clear(call: Call, kind: int, key: bytes) -> None:
    """Remove a value."""
    call.runtime.offchain.put(kind, key, None)


@OFFCHAIN.function(1, U32, DATA, OPTIONAL_DATA, DATA, returns=BOOLEAN)
def local_storage_compare_and_set(
    call: Call, kind: int, key: bytes, old: bytes | None, new: bytes
) -> bool:
    """Write a value if the old one matches; return whether it did."""
    if call.runtime.offchain.get(kind, key) != old:
        return False
    call.runtime.offchain.put(kind, key, new)
    return True


@OFFCHAIN.function(1, U32, DATA, returns=OPTIONAL_DATA)
def local_storage_get(call: Call, kind: int, key: bytes) -> bytes | None:
    """Read a value."""
    return call.runtime.offchain.get(kind, key)


@OFFCHAIN.function(1, returns=BOOLEAN)
def is_validator(_call: Call) -> bool:
    """Always 1: the node makes the blocks."""
    return True


@OFFCHAIN.function(1, returns=U64)
def timestamp(_call: Call) -> int:
    """The wall clock time in milliseconds."""
    return time.time_ns() // 1_000_000


@OFFCHAIN.function(1, returns=BYTES_32)
def random_seed(_call: Call) -> bytes:
    """32 random bytes."""
    return os.urandom(32)


# Functions of offchain workers


def _worker(name: str, *arguments: Kind, returns: Kind | None = None) -> None:
    def refuse(_call: Call, *_arguments: object) -> None:
        """Always traps, as the node runs no offchain workers."""
        raise HostError(f"ext_offchain_{name} is for offchain workers; this node runs none")

    OFFCHAIN.function(1, *arguments, returns=returns, name=name)(refuse)


_worker("submit_transaction", DATA, returns=DATA)
_worker("network_state", returns=DATA)
_worker("sleep_until", U64)
_worker("set_authorized_nodes", DATA, U32)
_worker("http_request_start", DATA, DATA, DATA, returns=DATA)
_worker("http_request_add_header", U32, DATA, DATA, returns=DATA)
_worker("http_request_write_body", U32, DATA, DATA, returns=DATA)
_worker("http_response_wait", DATA, DATA, returns=DATA)
_worker("http_response_headers", U32, returns=DATA)
_worker("http_response_read_body", U32, DATA, DATA, returns=DATA)
