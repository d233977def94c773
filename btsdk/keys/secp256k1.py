"""Recovery of public keys from ECDSA signatures over secp256k1, as Substrate verifies ecdsa."""

from __future__ import annotations

_SIGNATURE_BYTES = 65


def recover(signature: bytes, digest: bytes) -> bytes | None:
    """The 33-byte compressed key whose signature of `digest` (32 bytes) this is, or None.

    The signature is `r ‖ s ‖ v`; `v` is 0 to 3, or the same plus Ethereum's 27. A high `s` is
    accepted.
    """
    import coincurve  # noqa: PLC0415  # 25 ms of start-up, and few signatures are ecdsa

    if len(signature) != _SIGNATURE_BYTES:
        return None
    v = signature[64] - 27 if signature[64] > 26 else signature[64]
    try:
        key = coincurve.PublicKey.from_signature_and_message(
            signature[:64] + bytes((v,)), digest, hasher=None
        )
    except ValueError:
        return None
    return key.format()
