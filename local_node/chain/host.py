"""The host's side of the boundary: externalities over one state, and calls of entry points.

A call runs on an overlay of its own that is dropped afterwards; only authoring and import keep what
a runtime wrote. Signatures that were found good are remembered, so that an extrinsic's is checked
once, by the pool, and not again when it comes into a block.

For accounts that a developer impersonates, and for no others, the host takes `ANY_SIGNATURE` in
place of a signature. None is impersonated until somebody asks for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify
from local_node.runtime.boundary import Runtime, RuntimePanic
from local_node.state.cache import Cache
from local_node.state.overlay import Overlay
from local_node.state.store import State
from local_node.state.trie import Update, ordered_root

_REMEMBERED_SIGNATURES: Final = 16384

ANY_SIGNATURE: Final = bytes.fromhex("deadbeef") + b"\xcd" * 60
"""What stands for an impersonated account's sr25519 signature, as chopsticks has it."""


class Signatures:
    """Checks signatures, and remembers the good ones."""

    def __init__(self) -> None:
        self._good: Cache[tuple[bytes, bytes, bytes, Crypto], bool] = Cache(_REMEMBERED_SIGNATURES)
        self.impersonated: frozenset[bytes] = frozenset()

    @contextmanager
    def impersonating(self, accounts: Collection[bytes]) -> Iterator[None]:
        """For a while, take `ANY_SIGNATURE` for these accounts, too."""
        before = self.impersonated
        self.impersonated = before | frozenset(accounts)
        try:
            yield
        finally:
            self.impersonated = before

    def verify(self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto) -> bool:
        """Whether the account `public_key` signed `message`."""
        if public_key in self.impersonated and signature == ANY_SIGNATURE:
            return True
        triple = (signature, message, public_key, crypto)
        if self._good.get(triple):
            return True
        is_good = verify(signature, message, public_key, crypto)
        if is_good:
            self._good.put(triple, True)
        return is_good


class HostExternalities(Overlay):
    """What a runtime sees of the world: an overlay over one state, and the host functions."""

    def __init__(self, state: State, signatures: Signatures) -> None:
        super().__init__(state)
        self._state = state
        self._signatures = signatures
        self._updated: tuple[int, Update] | None = None

    def root(self) -> bytes:
        """The state root, layout V1, with everything written so far."""
        return self.update().root

    def update(self) -> Update:
        """The trie with everything written so far."""
        if self._updated is None or self._updated[0] != self.revision:
            self._updated = self.revision, self._state.update(self.changes())
        return self._updated[1]

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        """Whether the account `public_key` signed `message`; what was verified is remembered."""
        return self._signatures.verify(signature, message, public_key, crypto)

    def ordered_root(self, items: Sequence[bytes]) -> bytes:
        """Root of a list in layout V0, as the extrinsics root is computed."""
        return ordered_root(items)


class Host:
    """A runtime and what it needs to run."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self.signatures = Signatures()

    def fresh(self) -> Host:
        """Another host of the same runtime, which has seen no signature."""
        return Host(self._runtime)

    def externalities(self, state: State) -> HostExternalities:
        return HostExternalities(state, self.signatures)

    def call(self, entry: str, args: bytes, state: State) -> bytes:
        """Run an entry point on a state and drop what it wrote."""
        return self.run(entry, args, self.externalities(state))

    def run(self, entry: str, args: bytes, ext: HostExternalities) -> bytes:
        """Run an entry point on `ext`; it must close the transactions that it opens."""
        depth = ext.depth
        answer = self._runtime.call(entry, args, ext)
        if ext.depth != depth:
            raise RuntimePanic(entry, f"{ext.depth - depth} storage transactions were left open")
        return answer
