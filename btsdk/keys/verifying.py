"""Verification of signatures in the three schemes of Substrate's `MultiSignature`.

Malformed signatures and keys are invalid, not errors.
"""

from __future__ import annotations

import sr25519  # type: ignore[import-untyped]

from btsdk.keys.signer import Crypto


def verify(signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519") -> bool:
    """Whether `signature` over `message` was made by the account `public_key` (32 bytes)."""
    if crypto == "sr25519":
        return _sr25519(signature, message, public_key)
    if crypto == "ed25519":
        return _ed25519(signature, message, public_key)
    return _ecdsa(signature, message, public_key)


def _sr25519(signature: bytes, message: bytes, public_key: bytes) -> bool:
    try:
        return bool(sr25519.verify(signature, message, public_key))
    except ValueError:
        return False


def _ed25519(signature: bytes, message: bytes, public_key: bytes) -> bool:
    """Verify by the rules of ZIP 215, as Substrate's hosts do: points of small order are
    accepted."""
    # Lazy for start-up: few extrinsics are signed this way.
    from ed25519_zebra import ed_verify  # type: ignore[import-untyped]  # noqa: PLC0415

    return bool(ed_verify(signature, message, public_key))


def _ecdsa(signature: bytes, message: bytes, account: bytes) -> bool:
    from btsdk.keys.hashing import blake2_256  # noqa: PLC0415
    from btsdk.keys.secp256k1 import recover  # noqa: PLC0415  # as rare

    public_key = recover(signature, blake2_256(message))
    return public_key is not None and blake2_256(public_key) == account
