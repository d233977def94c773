"""Null externalities: an empty state, for reading the version of a runtime."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn

from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify
from local_node.runtime.wasm.host.function import HostError
from local_node.state.overlay import Overlay
from local_node.state.trie import ordered_root, root_of


class _Nothing:
    def get(self, key: bytes) -> bytes | None:
        return None

    def items_after(self, key: bytes, count: int) -> list[tuple[bytes, bytes]]:
        return []


class NullExternalities(Overlay):
    """Externalities over an empty state; writes are lost with the object."""

    def __init__(self, code: bytes) -> None:
        super().__init__(_Nothing())
        self.code: bytes | None = code

    is_stopped = False

    def root(self, layout: int = 1) -> bytes:
        """The root of the written values."""
        items = {key: value for key, value in self.changes().items() if value is not None}
        return root_of(items, layout)

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        """Whether the account `public_key` signed `message`."""
        return verify(signature, message, public_key, crypto)

    def ordered_root(self, items: Sequence[bytes], layout: int = 0) -> bytes:
        """Root of a list."""
        return ordered_root(items, layout)

    def child(self, storage_key: bytes) -> NoReturn:
        """Always fails: an empty state has no child tries."""
        raise HostError("there are no child tries without a state")
