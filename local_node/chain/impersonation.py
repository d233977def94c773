"""Accounts for which no signature is needed, and the memory of those for which none was.

A developer asks for it account by account, and the host then takes `ANY_SIGNATURE` for one. Blocks
with such extrinsics stay on the chain, so the accounts are noted with it: without them, those
blocks could not be executed again.
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
    """Who is impersonated on one chain; nobody, until somebody asks for it."""

    def __init__(self, store: Store, signatures: Signatures) -> None:
        self._store = store
        self._signatures = signatures

    @property
    def accounts(self) -> frozenset[bytes]:
        """Those for which `ANY_SIGNATURE` is as good as a signature right now."""
        return self._signatures.impersonated

    @accounts.setter
    def accounts(self, accounts: Collection[bytes]) -> None:
        self.note(accounts)
        self._signatures.impersonated = frozenset(accounts)

    @contextmanager
    def for_now(self, accounts: Collection[bytes]) -> Iterator[None]:
        """These, too, for as long as it holds; nothing that they sign may be kept."""
        with self._signatures.impersonating(accounts):
            yield

    @property
    def ever(self) -> frozenset[bytes]:
        """Those that may stand in blocks without having signed."""
        noted = self._store.note(_NOTE) or b""
        starts = range(0, len(noted), _ACCOUNT_BYTES)
        return frozenset(noted[at : at + _ACCOUNT_BYTES] for at in starts)

    def note(self, accounts: Collection[bytes]) -> None:
        """Let blocks hold unsigned extrinsics of these, too; the pool takes none for it."""
        before = self.ever
        if not before.issuperset(accounts):
            self._store.set_notes({_NOTE: b"".join(sorted(before.union(accounts)))})
