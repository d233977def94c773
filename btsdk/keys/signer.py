"""The interface of signers.

A key in memory, a key file, a hardware device and a QR code workflow can all be signers. Nothing
here or below uses a network, so signing can be audited and done offline.
"""

from __future__ import annotations

from typing import Literal, Protocol, runtime_checkable

Crypto = Literal["sr25519", "ed25519", "ecdsa"]
"""The schemes of Substrate's `MultiSignature`."""


@runtime_checkable
class Signer(Protocol):
    """Signs payloads for one account."""

    @property
    def public_key(self) -> bytes:
        """The 32-byte account: the public key, or for ecdsa its blake2-256 hash."""
        ...

    @property
    def crypto(self) -> Crypto:
        """The signature scheme."""
        ...

    def sign(self, payload: bytes) -> bytes:
        """The signature of exactly these bytes: 64 of them, or 65 for ecdsa."""
        ...
