"""The keys with which the node seals blocks.

A local chain's authorities are well-known development keys; they are derived when first needed.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from btsdk.keys.keypair import Keypair
from btsdk.keys.signer import Signer
from local_node.chain.authoring import Keyring

_DEVELOPMENT: Final = ("One", "Two", "Three", "Alice", "Bob", "Charlie", "Dave", "Eve", "Ferdie")


def keyring_of(signers: Iterable[Signer]) -> Keyring:
    """A keyring of these keys alone."""
    return {signer.public_key: signer for signer in signers}.get


def development_keyring() -> Keyring:
    """The development keys `//One`, `//Alice` and so on."""
    known: dict[bytes, Signer] = {}
    names = iter(_DEVELOPMENT)

    def find(public_key: bytes) -> Signer | None:
        while public_key not in known:
            name = next(names, None)
            if name is None:
                return None
            keypair = Keypair.from_uri(f"//{name}")
            known[keypair.public_key] = keypair
        return known[public_key]

    return find
