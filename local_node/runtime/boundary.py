"""The boundary between host and runtime: named entry points, SCALE bytes, and storage as raw bytes.

The host (`local_node.chain`) calls `Runtime.call` with an `Externalities`; there is no other way
in. The same boundary fits a runtime compiled to WebAssembly, so an entry's arguments are the
concatenated SCALE encodings that Substrate's runtime APIs take, and its answer is the encoding of
the result. The entry points that the host calls:

    Core_version()                                       → RuntimeVersion
    Core_initialize_block(Header)                        → ExtrinsicInclusionMode
    Core_execute_block(Block)                            → ()          Header without its seal
    BlockBuilder_inherent_extrinsics(InherentData)       → Vec<Extrinsic>
    BlockBuilder_apply_extrinsic(Extrinsic)              → ApplyExtrinsicResult
    BlockBuilder_finalize_block()                        → Header
    TaggedTransactionQueue_validate_transaction(TransactionSource, Extrinsic, Hash)
                                                         → TransactionValidity
    GenesisBuilder_build_state(Vec<u8>: JSON)            → Result<(), String>
    Metadata_metadata()                                  → OpaqueMetadata (Vec<u8>)
    AuraApi_slot_duration(), AuraApi_authorities()       → u64 of ms, Vec<[u8; 32]>

An extrinsic is always its whole encoding, length prefix included. Substrate's other host functions
(signature checks, ordered roots) are methods of `Externalities` too: the host caches verified
signatures, so that pool and block check each one once.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from btsdk.errors import BtError
from btsdk.keys.signer import Crypto
from local_node.state.overlay import Removal


class Externalities(Protocol):
    """The host interface of a runtime: storage, transactions and computations of the host."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def set(self, key: bytes, value: bytes) -> None:
        """Put `value` under `key`."""

    def delete(self, key: bytes) -> None:
        """Remove `key`; a missing one is no error."""

    def exists(self, key: bytes) -> bool:
        """Whether `key` has a value; an empty value counts."""

    def append(self, key: bytes, item: bytes) -> None:
        """Append one encoded item to the SCALE vector under `key`; a missing vector is empty."""

    def clear_prefix(self, prefix: bytes, limit: int | None = None) -> tuple[int, bool]:
        """Remove at most `limit` keys with this prefix, in key order; return (removed, none
        left).
        """

    def next_key(self, key: bytes) -> bytes | None:
        """The first key greater than `key`, or None."""

    def root(self, layout: int = 1) -> bytes:
        """The state root, pending writes included, with new values in the given layout."""

    def begin(self) -> None:
        """Open a nested transaction."""

    def commit(self) -> None:
        """Keep the writes since the matching `begin`."""

    def rollback(self) -> None:
        """Undo the writes since the matching `begin`."""

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        """Whether the account `public_key` signed `message`; valid signatures are cached."""

    def ordered_root(self, items: Sequence[bytes], layout: int = 0) -> bytes:
        """The root of a list, as in the extrinsics root."""


class ChildStorage(Protocol):
    """The interface of one child trie."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def set(self, key: bytes, value: bytes) -> None:
        """Put `value` under `key`."""

    def delete(self, key: bytes) -> None:
        """Remove `key`; a missing one is no error."""

    def next_key(self, key: bytes) -> bytes | None:
        """The first key of this trie greater than `key`, or None."""

    def remove_prefix(
        self, prefix: bytes, limit: int | None = None, start: bytes | None = None
    ) -> Removal:
        """Remove keys with this prefix; an empty prefix removes all keys."""

    def root(self, layout: int = 1) -> bytes:
        """Compute the trie's root and store it in the state."""


class WasmExternalities(Externalities, Protocol):
    """The further host interface that compiled runtimes need."""

    @property
    def code(self) -> bytes | None:
        """The value of `:code` in the state at the start of the call.

        A call that writes `:code` takes effect in the next block.
        """

    @property
    def depth(self) -> int:
        """The number of open transactions."""

    @property
    def is_stopped(self) -> bool:
        """Whether the chain is closing, so that the call's result is not needed."""

    @property
    def held_bytes(self) -> int:
        """The bytes of keys and values held in memory by pending writes."""

    def child(self, storage_key: bytes) -> ChildStorage:
        """A default child trie; the first write creates it."""

    def remove_prefix(
        self, prefix: bytes, limit: int | None = None, start: bytes | None = None
    ) -> Removal:
        """Remove keys with this prefix; return Substrate's counts of the removal."""


class Runtime(Protocol):
    """A state transition function behind named entry points."""

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        """Run one entry point; raise `UnknownEntry` or `RuntimePanic`.

        The host drops all writes of a call that panicked.
        """


_COMPILED: Final = (b"\0asm", bytes.fromhex("52bc537646db8e05"))
"""The first bytes of compiled code: WebAssembly, or Substrate's compressed form."""


def is_compiled(code: bytes | None) -> bool:
    """Whether a value of `:code` is a compiled runtime, and not the marker of a bundled one."""
    return code is not None and code.startswith(_COMPILED)


class UnknownEntry(BtError):
    """Raised when the runtime has no such entry point."""

    def __init__(self, entry: str) -> None:
        super().__init__(f"the runtime has no entry point {entry}")
        self.entry = entry


class RuntimePanic(BtError):
    """Raised when an entry point trapped on malformed arguments or a broken invariant.

    None of its writes are kept.
    """

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry} panicked: {reason}")
        self.entry = entry
        self.reason = reason
