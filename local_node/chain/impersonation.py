"""Impersonated accounts: they need no signature.

A developer impersonates accounts one by one, and the host then accepts `ANY_SIGNATURE` for them.
Blocks with such extrinsics stay on the chain, so the accounts are stored with it: without them,
those blocks could not be executed again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Final

from local_node.chain.host import Signatures
from local_node.state.store import Store

_NOTE: Final = "impersonated"
_ACCOUNT_BYTES: Final = 32


class Impersonation:
    """The impersonated accounts of one chain; none by default."""

    def __init__(self, store: Store, signatures: Signatures) -> None:
        self._store = store
        self._signatures = signatures

    @property
    def accounts(self) -> frozenset[bytes]:
        """The accounts for which `ANY_SIGNATURE` is accepted now."""
        return self._signatures.impersonated

    @accounts.setter
    def accounts(self, accounts: Collection[bytes]) -> None:
        self.note(accounts)
        self._signatures.impersonated = frozenset(accounts)

    @contextmanager
    def for_now(self, accounts: Collection[bytes]) -> Iterator[None]:
        """Impersonate these accounts too, for the duration of the context; nothing that they sign
        may be kept."""
        with self._signatures.impersonating(accounts):
            yield

    @property
    def ever(self) -> frozenset[bytes]:
        """The accounts whose extrinsics may be in blocks without a valid signature."""
        noted = self._store.note(_NOTE) or b""
        starts = range(0, len(noted), _ACCOUNT_BYTES)
        return frozenset(noted[at : at + _ACCOUNT_BYTES] for at in starts)

    def note(self, accounts: Collection[bytes]) -> None:
        """Allow blocks with unsigned extrinsics of these accounts too; the pool does not."""
        before = self.ever
        if not before.issuperset(accounts):
            self._store.set_notes({_NOTE: b"".join(sorted(before.union(accounts)))})
