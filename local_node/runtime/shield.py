"""The decryption of a shielded extrinsic with its author's private key, as the runtime does it.

The key has the expanded form of FIPS 203, which `kyber_py` accepts.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from btsdk.shield import ENCAPSULATED_BYTES, Shielded, ShieldError

DECAPSULATION_KEY_BYTES = 2_400


def open_sealed(shielded: Shielded, decapsulation_key: bytes) -> bytes:
    """Decrypt a shielded extrinsic; raise `ShieldError` if the key does not fit."""
    if len(decapsulation_key) != DECAPSULATION_KEY_BYTES:
        raise ShieldError(f"an ML-KEM-768 private key has {DECAPSULATION_KEY_BYTES} bytes")
    if len(shielded.kem_ct) != ENCAPSULATED_BYTES:
        raise ShieldError(f"an encapsulated secret has {ENCAPSULATED_BYTES} bytes")
    from nacl import bindings  # noqa: PLC0415 - few processes decrypt anything
    from nacl.exceptions import CryptoError  # noqa: PLC0415 - as above

    try:
        secret = _kem().decaps(decapsulation_key, shielded.kem_ct)
        opened: bytes = bindings.crypto_aead_xchacha20poly1305_ietf_decrypt(
            shielded.aead_ct, b"", shielded.nonce, secret
        )
    except (CryptoError, ValueError) as error:
        raise ShieldError("the key does not open the sealed bytes") from error
    return opened


def _kem() -> Any:
    # imported here because few processes open anything
    return import_module("kyber_py.ml_kem").ML_KEM_768
