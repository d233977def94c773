"""The boundary between host and runtime: named entry points, SCALE bytes, and storage as raw bytes.

The host (`local_node.chain`) calls `Runtime.call` and hands over an `Externalities`; nothing else
crosses. The same boundary fits a runtime compiled to WebAssembly, so an entry's arguments are the
concatenated SCALE encodings that Substrate's runtime APIs take, and its answer is the encoding of
the result. What the host asks for:

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

An extrinsic is always its whole encoding, length prefix included. Host functions that Substrate
offers beside storage (signature checks, ordered roots) are methods of `Externalities` too: the host
remembers what it has verified, so that a signature is checked once on its way from pool to block.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from btsdk.errors import BtError
from btsdk.keys.signer import Crypto
from local_node.state.overlay import Removal


class Externalities(Protocol):
    """What a runtime may do to the world: read and write storage, and ask the host to compute."""

    def get(self, key: bytes) -> bytes | None:
        """The value under `key`, or None."""

    def set(self, key: bytes, value: bytes) -> None:
        """Put `value` under `key`."""

    def delete(self, key: bytes) -> None:
        """Remove `key`; a missing one is no error."""

    def exists(self, key: bytes) -> bool:
        """Whether there is a value under `key` (an empty one counts)."""

    def append(self, key: bytes, item: bytes) -> None:
        """Append one encoded item to the SCALE vector under `key` (a missing one is empty)."""

    def clear_prefix(self, prefix: bytes, limit: int | None = None) -> tuple[int, bool]:
        """Remove keys with this prefix, in key order, at most `limit`; (removed, none is left)."""

    def next_key(self, key: bytes) -> bytes | None:
        """The first key greater than `key`, or None."""

    def root(self, layout: int = 1) -> bytes:
        """The state root with everything written so far; new values as the layout has them."""

    def begin(self) -> None:
        """Open a nested transaction."""

    def commit(self) -> None:
        """Keep what was written since the matching `begin`."""

    def rollback(self) -> None:
        """Undo what was written since the matching `begin`."""

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        """Whether the account `public_key` signed `message`; what was verified is remembered."""

    def ordered_root(self, items: Sequence[bytes], layout: int = 0) -> bytes:
        """Root of a list, as the extrinsics root is computed."""


class ChildStorage(Protocol):
    """One child trie, as a runtime sees it."""

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
        """Remove keys with this prefix, all of them where it is empty."""

    def root(self, layout: int = 1) -> bytes:
        """The root of the trie; the state holds it from now on."""


class WasmExternalities(Externalities, Protocol):
    """What compiled runtimes ask for beyond that."""

    @property
    def code(self) -> bytes | None:
        """What lies under `:code` in the state on which the call began.

        What a call writes there takes effect in the next block.
        """

    @property
    def depth(self) -> int:
        """How many transactions are open."""

    @property
    def is_stopped(self) -> bool:
        """Whether nobody wants an answer any more: the chain is being closed."""

    @property
    def held_bytes(self) -> int:
        """How many bytes of keys and values were written and are remembered."""

    def child(self, storage_key: bytes) -> ChildStorage:
        """A default child trie; it comes into being when something is written to it."""

    def remove_prefix(
        self, prefix: bytes, limit: int | None = None, start: bytes | None = None
    ) -> Removal:
        """Remove keys with this prefix, with Substrate's account of it."""


class Runtime(Protocol):
    """A state transition function behind named entry points."""

    def call(self, entry: str, args: bytes, ext: WasmExternalities) -> bytes:
        """Run one entry point; raises `UnknownEntry` or `RuntimePanic`.

        Whatever it wrote before it panicked is dropped by the host.
        """


_COMPILED: Final = (b"\0asm", bytes.fromhex("52bc537646db8e05"))
"""How compiled code begins: as WebAssembly, or compressed by Substrate's builder."""


def is_compiled(code: bytes | None) -> bool:
    """Whether what lies under `:code` is a compiled runtime, and no mark of a bundled one."""
    return code is not None and code.startswith(_COMPILED)


class UnknownEntry(BtError):
    """The runtime has no such entry point."""

    def __init__(self, entry: str) -> None:
        super().__init__(f"the runtime has no entry point {entry}")
        self.entry = entry


class RuntimePanic(BtError):
    """An entry point trapped: malformed arguments, or a broken invariant; nothing of it is kept."""

    def __init__(self, entry: str, reason: str) -> None:
        super().__init__(f"{entry} panicked: {reason}")
        self.entry = entry
        self.reason = reason
