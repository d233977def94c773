"""What the pipeline needs of whoever signs, and nothing more.

A key in memory, a key file, a hardware device and a person with a QR code are all signers. Nothing
here or below knows of a network, so that signing can be audited, and done offline.
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
        """32 bytes of account: the public key, or for ecdsa its blake2-256 hash."""
        ...

    @property
    def crypto(self) -> Crypto:
        """Which scheme the signature follows."""
        ...

    def sign(self, payload: bytes) -> bytes:
        """The signature of exactly these bytes: 64 of them, or 65 for ecdsa."""
        ...
