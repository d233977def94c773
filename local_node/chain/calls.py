"""Calls of the runtime's entry points on the state of a block.

A runtime's version and metadata depend on its code alone, so they are cached under the hash of
`:code` in the block's state, and kept in the chain file: after an upgrade to a newer runtime, the
older blocks still have the metadata that they were made with.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Final

from btsdk.errors import ChainFileError
from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_read
from btsdk.well_known_keys import CODE
from local_node.chain.errors import ValidityError
from local_node.chain.history import History
from local_node.chain.host import Host
from local_node.chain.validation_overlay import ValidationOverlay
from local_node.chain.validity import PoolValidity, decode_validity
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.version import AURA_API, SHIELD_API, RuntimeVersion

_EXTERNAL: Final = b"\x02"
"""`TransactionSource::External`: an extrinsic from an untrusted sender."""

_VALIDATE: Final = "TaggedTransactionQueue_validate_transaction"

_OF_ITSELF: Final = frozenset({"Core_version", "Metadata_metadata", "Metadata_metadata_at_version"})
"""Entry points whose answers depend on the code alone and that clients ask for old blocks."""

_NOTHING: Final = b"\x00"
"""The answer `None`, for a metadata version that a runtime does not have."""

DEFAULT_SLOT_MS: Final = 1000
"""The distance of timestamps under a runtime without slots."""


class RuntimeCalls:
    """Calls the runtime on blocks; `at` is a block hash, None for the best block."""

    def __init__(self, host: Host, history: History) -> None:
        self.host = host
        self._history = history
        self._validation = ValidationOverlay(host, history)
        self._versions: dict[bytes, RuntimeVersion] = {}
        self._metadata: dict[bytes, bytes] = {}
        self._slot_ms: dict[bytes, int] = {}

    def call(self, entry: str, args: bytes = b"", at: bytes | None = None) -> bytes:
        """Call an entry point and discard its writes."""
        if entry in _OF_ITSELF:
            return self._of_itself(entry, args, at)
        return self.host.call(entry, args, self._history.state(at))

    def version(self, at: bytes | None = None) -> RuntimeVersion:
        code = self._code(at)
        if code not in self._versions:
            self._versions[code] = RuntimeVersion.decode(self.call("Core_version", b"", at))
        return self._versions[code]

    def metadata(self, at: bytes | None = None) -> bytes:
        """The metadata that `state_getMetadata` serves, without its length prefix."""
        code = self._code(at)
        if code not in self._metadata:
            opaque = self.call("Metadata_metadata", b"", at)
            length, start = compact_read(opaque, 0)
            self._metadata[code] = opaque[start : start + length]
        return self._metadata[code]

    def slot_ms(self) -> int:
        """The duration of a slot."""
        code = self._code(None)
        if code not in self._slot_ms:
            self._slot_ms[code] = (
                int.from_bytes(self.call("AuraApi_slot_duration"), "little")
                if self.has_slots()
                else DEFAULT_SLOT_MS
            )
        return self._slot_ms[code]

    def has_slots(self) -> bool:
        return self.version().declares(AURA_API)

    def has_shield(self) -> bool:
        return self.version().declares(SHIELD_API)

    def validate(
        self, extrinsic: bytes, at: bytes | None = None, source: bytes = _EXTERNAL
    ) -> PoolValidity | ValidityError:
        """The runtime's verdict on an extrinsic on top of a block; one that makes the runtime panic
        is invalid."""
        try:
            return self.judge(extrinsic, at, source)
        except RuntimePanic:
            return ValidityError("Call")

    def judge(
        self, extrinsic: bytes, at: bytes | None = None, source: bytes = _EXTERNAL
    ) -> PoolValidity | ValidityError:
        """As `validate`, but raises `RuntimePanic`."""
        block_hash = self._history.best.hash if at is None else at
        args = source + extrinsic + block_hash
        return decode_validity(self._validation.run(_VALIDATE, args, block_hash))

    def _of_itself(self, entry: str, args: bytes, at: bytes | None) -> bytes:
        """The cached answer, otherwise the runtime's.

        Only the best block's runtime is certain to be the one that answers, so only its answers are
        kept.
        """
        code = self._code(at)
        name, question = blake2_256(code), entry.encode() + b":" + args
        answer = self._history.runtime_answer(name, question) if code else None
        if answer is None:
            answer = self.host.call(entry, args, self._history.state(at))
            if code and answer != _NOTHING and code == self._code(None):
                with suppress(ChainFileError):  # a full disk must not prevent reads
                    self._history.keep_runtime_answer(name, question, answer)
        return answer

    def _code(self, at: bytes | None) -> bytes:
        return self._history.state(at).get(CODE) or b""
