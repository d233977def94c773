"""`ext_crypto_*`: signatures of three schemes, key recovery, and the node's own keys.

The host that runs the runtime verifies sr25519 and ed25519 and caches valid signatures. ECDSA
recovers the signer and compares it; the first versions reduce numbers that are too large, the
second ones refuse them.
"""

from __future__ import annotations

from typing import Final

from btsdk.keys.hashing import blake2_256
from btsdk.scale.primitives import compact_encode
from local_node.runtime.wasm.call import Call
from local_node.runtime.wasm.host.function import (
    BOOLEAN,
    BYTES_4,
    BYTES_32,
    BYTES_33,
    BYTES_64,
    BYTES_65,
    DATA,
    OPTIONAL_DATA,
    Family,
    HostError,
)
from local_node.runtime.wasm.host.keystore import Scheme

CRYPTO: Final = Family("crypto")

_ORDER: Final = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141
"""The order of secp256k1's group."""

BAD_RS: Final = b"\x01\x00"
BAD_V: Final = b"\x01\x01"
BAD_SIGNATURE: Final = b"\x01\x02"


# sr25519 and ed25519


@CRYPTO.function(1, BYTES_64, DATA, BYTES_32, returns=BOOLEAN, name="sr25519_verify")
@CRYPTO.function(2, BYTES_64, DATA, BYTES_32, returns=BOOLEAN)
def sr25519_verify(call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """Whether a key signed a message."""
    return call.ext.verify(signature, message, public, "sr25519")


@CRYPTO.function(1, BYTES_64, DATA, BYTES_32, returns=BOOLEAN)
def ed25519_verify(call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """Whether a key signed a message."""
    return call.ext.verify(signature, message, public, "ed25519")


@CRYPTO.function(1, BYTES_64, DATA, BYTES_32, returns=BOOLEAN)
def sr25519_batch_verify(call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """`sr25519_verify` as one of a batch."""
    return _in_batch(call, sr25519_verify(call, signature, message, public))


@CRYPTO.function(1, BYTES_64, DATA, BYTES_32, returns=BOOLEAN)
def ed25519_batch_verify(call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """`ed25519_verify` as one of a batch."""
    return _in_batch(call, ed25519_verify(call, signature, message, public))


@CRYPTO.function(1)
def start_batch_verify(call: Call) -> None:
    """Start a batch, which records whether any of its signatures is invalid."""
    if call.batch_is_good is not None:
        raise HostError("a batch of signatures is already open")
    call.batch_is_good = True


@CRYPTO.function(1, returns=BOOLEAN)
def finish_batch_verify(call: Call) -> bool:
    """Whether all signatures of the batch are valid."""
    is_good = call.batch_is_good
    if is_good is None:
        raise HostError("no batch of signatures is open")
    call.batch_is_good = None
    return is_good


def _in_batch(call: Call, is_good: bool) -> bool:
    if call.batch_is_good is not None:
        call.batch_is_good = call.batch_is_good and is_good
    return is_good


# ECDSA


@CRYPTO.function(1, BYTES_65, DATA, BYTES_33, returns=BOOLEAN, name="ecdsa_verify")
def ecdsa_verify_1(_call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """Whether a key signed the blake2-256 hash of a message."""
    return _is_by(_reduced(signature), blake2_256(message), public)


@CRYPTO.function(2, BYTES_65, DATA, BYTES_33, returns=BOOLEAN, name="ecdsa_verify")
def ecdsa_verify_2(_call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """The same, but numbers that are too large are refused."""
    return _is_by(signature, blake2_256(message), public)


@CRYPTO.function(1, BYTES_65, BYTES_32, BYTES_33, returns=BOOLEAN)
def ecdsa_verify_prehashed(_call: Call, signature: bytes, digest: bytes, public: bytes) -> bool:
    """Whether a key signed a digest."""
    return _is_by(signature, digest, public)


@CRYPTO.function(1, BYTES_65, DATA, BYTES_33, returns=BOOLEAN)
def ecdsa_batch_verify(call: Call, signature: bytes, message: bytes, public: bytes) -> bool:
    """`ecdsa_verify` as one of a batch."""
    return _in_batch(call, ecdsa_verify_2(call, signature, message, public))


@CRYPTO.function(1, BYTES_65, BYTES_32, returns=DATA, name="secp256k1_ecdsa_recover")
def recover_1(_call: Call, signature: bytes, digest: bytes) -> bytes:
    """The 64-byte key that signed a digest, or the error."""
    return _recovered(_reduced(signature), digest, compressed=False)


@CRYPTO.function(2, BYTES_65, BYTES_32, returns=DATA, name="secp256k1_ecdsa_recover")
def recover_2(_call: Call, signature: bytes, digest: bytes) -> bytes:
    """The same, but numbers that are too large are refused."""
    return _recovered(signature, digest, compressed=False)


@CRYPTO.function(1, BYTES_65, BYTES_32, returns=DATA, name="secp256k1_ecdsa_recover_compressed")
def recover_compressed_1(_call: Call, signature: bytes, digest: bytes) -> bytes:
    """The 33-byte key that signed a digest, or the error."""
    return _recovered(_reduced(signature), digest, compressed=True)


@CRYPTO.function(2, BYTES_65, BYTES_32, returns=DATA, name="secp256k1_ecdsa_recover_compressed")
def recover_compressed_2(_call: Call, signature: bytes, digest: bytes) -> bytes:
    """The same, but numbers that are too large are refused."""
    return _recovered(signature, digest, compressed=True)


def _recovered(signature: bytes, digest: bytes, *, compressed: bool) -> bytes:
    """A `Result<key, EcdsaVerifyError>`."""
    import coincurve  # noqa: PLC0415 - libsecp256k1, which most blocks do not need

    r, s, v = signature[:32], signature[32:64], _recovery_id(signature)
    if v > 3:
        return BAD_V
    if int.from_bytes(r, "big") >= _ORDER or int.from_bytes(s, "big") >= _ORDER:
        return BAD_RS
    try:
        key = coincurve.PublicKey.from_signature_and_message(r + s + bytes((v,)), digest, None)
    except Exception:  # noqa: BLE001 - the library raises bare exceptions
        return BAD_SIGNATURE
    return b"\0" + (key.format() if compressed else key.format(compressed=False)[1:])


def _recovery_id(signature: bytes) -> int:
    return signature[64] - 27 if signature[64] > 26 else signature[64]


def _reduced(signature: bytes) -> bytes:
    """The signature with both numbers modulo the order of the group."""
    numbers = (int.from_bytes(part, "big") for part in (signature[:32], signature[32:64]))
    return b"".join((n % _ORDER).to_bytes(32, "big") for n in numbers) + signature[64:]


def _is_by(signature: bytes, digest: bytes, public: bytes) -> bool:
    return _recovered(signature, digest, compressed=True) == b"\0" + public


# The node's own keys


def _declare_keys(scheme: Scheme, public_bytes: int) -> None:
    public_kind = {32: BYTES_32, 33: BYTES_33}[public_bytes]

    def public_keys(call: Call, kind: bytes) -> bytes:
        """The keys of a kind, as a vector."""
        keys = call.runtime.keystore.public_keys(scheme, kind)
        return compact_encode(len(keys)) + b"".join(keys)

    def generate(call: Call, kind: bytes, seed: bytes | None) -> bytes:
        """Make a key, from a secret URI if one is given."""
        return call.runtime.keystore.generate(scheme, kind, seed)

    def sign(call: Call, kind: bytes, public: bytes, message: bytes) -> bytes:
        """An `Option` of the signature."""
        digest = blake2_256(message) if scheme == "ecdsa" else message
        signature = call.runtime.keystore.sign(scheme, kind, public, digest)
        return b"\0" if signature is None else b"\1" + signature

    CRYPTO.function(1, BYTES_4, returns=DATA, name=f"{scheme}_public_keys")(public_keys)
    CRYPTO.function(1, BYTES_4, OPTIONAL_DATA, returns=public_kind, name=f"{scheme}_generate")(
        generate
    )
    CRYPTO.function(1, BYTES_4, public_kind, DATA, returns=DATA, name=f"{scheme}_sign")(sign)


_declare_keys("sr25519", 32)
_declare_keys("ed25519", 32)
_declare_keys("ecdsa", 33)


@CRYPTO.function(1, BYTES_4, BYTES_33, BYTES_32, returns=DATA)
def ecdsa_sign_prehashed(call: Call, kind: bytes, public: bytes, digest: bytes) -> bytes:
    """An `Option` of the signature of a digest."""
    signature = call.runtime.keystore.sign("ecdsa", kind, public, digest)
    return b"\0" if signature is None else b"\1" + signature
