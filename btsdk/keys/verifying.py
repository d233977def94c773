"""Checks signatures in the three schemes of Substrate's `MultiSignature`.

Sound or not is all the answer there is: malformed signatures and keys are simply not sound.
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
    # Few extrinsics are signed this way, and libsodium costs 40 ms of start-up.
    from nacl.exceptions import CryptoError  # noqa: PLC0415
    from nacl.exceptions import ValueError as LengthError  # noqa: PLC0415
    from nacl.signing import VerifyKey  # noqa: PLC0415

    try:
        VerifyKey(public_key).verify(message, signature)
    except (CryptoError, LengthError, ValueError):
        from btsdk.keys import zip215  # noqa: PLC0415 - hardly any signature comes this far

        return zip215.verify(signature, message, public_key)
    return True


def _ecdsa(signature: bytes, message: bytes, account: bytes) -> bool:
    from btsdk.keys.hashing import blake2_256  # noqa: PLC0415
    from btsdk.keys.secp256k1 import recover  # noqa: PLC0415 - as rare as ed25519

    public_key = recover(signature, blake2_256(message))
    return public_key is not None and blake2_256(public_key) == account
