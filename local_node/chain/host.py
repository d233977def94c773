"""The host's side of the runtime boundary: externalities over one state, and calls of entry points.

A call runs on an overlay of its own that is dropped afterwards; only authoring and import keep the
writes. Valid signatures are cached, so that an extrinsic's is checked once, by the pool, and not
again when it enters a block.

For impersonated accounts, and for no others, the host accepts `ANY_SIGNATURE` in place of a
signature. No account is impersonated unless a developer asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final, NamedTuple

from btsdk.keys.signer import Crypto
from btsdk.keys.verifying import verify
from btsdk.well_known_keys import CODE
from local_node.runtime.boundary import Runtime, RuntimePanic
from local_node.state.cache import Cache
from local_node.state.children import Child, Children, merged
from local_node.state.overlay import Overlay
from local_node.state.store import State
from local_node.state.trie import Update, ordered_root

_REMEMBERED_SIGNATURES: Final = 16384

ANY_SIGNATURE: Final = bytes.fromhex("deadbeef") + b"\xcd" * 60
"""The sr25519 signature of an impersonated account, the same as in chopsticks."""


class Signatures:
    """Checks signatures and caches the valid ones."""

    def __init__(self) -> None:
        self._good: Cache[tuple[bytes, bytes, bytes, Crypto], bool] = Cache(_REMEMBERED_SIGNATURES)
        self.impersonated: frozenset[bytes] = frozenset()

    @contextmanager
    def impersonating(self, accounts: Collection[bytes]) -> Iterator[None]:
        """Accept `ANY_SIGNATURE` for these accounts too, for the duration of the context."""
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


class Amended(NamedTuple):
    """A state with `changes` (None removes a key) written over it before anything runs there."""

    state: State
    changes: Mapping[bytes, bytes | None]


class HostExternalities(Overlay):
    """The externalities of a runtime: an overlay over one state, and the host functions.

    The trie's layout is the one in which the runtime last asked for the root.
    """

    def __init__(
        self,
        state: State,
        signatures: Signatures,
        is_stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__(state)
        self._state = state
        self._signatures = signatures
        self._children: Children | None = None
        self._layout = 1
        self._updated: tuple[int, Update] | None = None
        self._ordered: tuple[tuple[tuple[bytes, ...], int], bytes] | None = None
        self._amended: Mapping[bytes, bytes | None] = {}
        self._is_stopped = is_stopped

    @property
    def is_stopped(self) -> bool:
        """Whether the call was stopped."""
        return self._is_stopped()

    @property
    def code(self) -> bytes | None:
        """The runtime's code in the state below, without later writes."""
        if CODE in self._amended:
            return self._amended[CODE]
        return self._state.get(CODE)

    def write(self, changes: Mapping[bytes, bytes | None]) -> None:
        """Write these keys (None: remove)."""
        for key, value in changes.items():
            if value is None:
                self.delete(key)
            else:
                self.set(key, value)

    def amend(self, changes: Mapping[bytes, bytes | None]) -> None:
        """Write over the state, its code included, before anything runs on it."""
        self._amended = changes
        self.write(changes)

    def child(self, storage_key: bytes) -> Child:
        """A default child trie."""
        return Child(self._all_children(), storage_key)

    def root(self, layout: int | None = None) -> bytes:
        """The state root after all writes so far."""
        if layout is not None and layout != self._layout:
            self._layout, self._updated = layout, None
        return self.update().root

    def update(self) -> Update:
        """The trie after all writes so far, child tries included."""
        below = [] if self._children is None else self._children.updates(self._layout)
        if self._updated is None or self._updated[0] != self.revision:
            top = self._state.update(self.changes(), self._layout)
            self._updated = self.revision, merged([top, *below])
        return self._updated[1]

    def _all_children(self) -> Children:
        if self._children is None:
            self._children = Children(self._state, self)
            self.join(self._children)
        return self._children

    def verify(
        self, signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
    ) -> bool:
        """Whether the account `public_key` signed `message`; cached if valid."""
        return self._signatures.verify(signature, message, public_key, crypto)

    def ordered_root(self, items: Sequence[bytes], layout: int = 0) -> bytes:
        """The root of a list, as for the extrinsics root. The last one is cached, since the author
        checks the runtime's result."""
        asked = tuple(items), layout
        if self._ordered is None or self._ordered[0] != asked:
            self._ordered = asked, ordered_root(items, layout)
        return self._ordered[1]


class Host:
    """A runtime and what it needs to run.

    With `mocks_seals`, blocks of authorities whose keys the node does not have are sealed with
    `ANY_SIGNATURE`, as on chains with a foreign genesis.
    """

    def __init__(self, runtime: Runtime, *, mocks_seals: bool = False) -> None:
        self._runtime = runtime
        self.signatures = Signatures()
        self.mocks_seals = mocks_seals
        self._is_stopped = False

    def stop(self) -> None:
        """Stop the running call of a compiled runtime, and refuse further ones."""
        self._is_stopped = True

    def _stopped(self) -> bool:
        return self._is_stopped

    def fresh(self) -> Host:
        """Another host of the same runtime, with an empty signature cache."""
        return Host(self._runtime, mocks_seals=self.mocks_seals)

    def externalities(self, state: State | Amended) -> HostExternalities:
        if not isinstance(state, Amended):
            return HostExternalities(state, self.signatures, self._stopped)
        ext = HostExternalities(state.state, self.signatures, self._stopped)
        ext.amend(state.changes)
        return ext

    def call(self, entry: str, args: bytes, state: State | Amended) -> bytes:
        """Call an entry point on a state and discard its writes."""
        return self.run(entry, args, self.externalities(state))

    def run(self, entry: str, args: bytes, ext: HostExternalities) -> bytes:
        """Call an entry point on `ext`; it must close the transactions that it opens."""
        depth = ext.depth
        answer = self._runtime.call(entry, args, ext)
        if ext.depth != depth:
            raise RuntimePanic(entry, f"{ext.depth - depth} storage transactions were left open")
        return answer
