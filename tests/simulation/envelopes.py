"""What is sealed for the shield: keys that come of numbers, and bytes that only look sealed.

Whoever draws a key here can open what was sealed to it, as the author who announced it could.
"""

from __future__ import annotations

from functools import cache
from random import Random

from cryptography.hazmat.primitives.asymmetric import mlkem
from kyber_py.ml_kem import ML_KEM_768

from btsdk.shield import ENCAPSULATED_BYTES, key_hash

STRANGER = 99
"""The number of a key that no author announces."""

_SEED_BYTES = 64
_NONCE_AND_TAG_BYTES = 24 + 16


@cache
def public_key(number: int) -> bytes:
    """The key that extrinsics are sealed to."""
    return mlkem.MLKEM768PrivateKey.from_seed_bytes(_seed(number)).public_key().public_bytes_raw()


@cache
def private_keys(count: int) -> dict[bytes, bytes]:
    """The first so many, in the form that the runtime takes, by the hashes of the public keys."""
    return {
        key_hash(public_key(number)): ML_KEM_768.key_derive(_seed(number))[1]
        for number in range(count)
    }


def lookalike(chance: Random, name: bytes | None = None) -> bytes:
    """Bytes with the parts of something sealed, under the hash of a key or under none."""
    length = ENCAPSULATED_BYTES.to_bytes(2, "little")
    rest = chance.randbytes(ENCAPSULATED_BYTES + _NONCE_AND_TAG_BYTES + chance.randrange(200))
    return (name or chance.randbytes(16)) + length + rest


def fragment(chance: Random) -> bytes:
    """Bytes that cannot be taken apart: one of the parts is cut off."""
    length = ENCAPSULATED_BYTES.to_bytes(2, "little")
    whole = chance.randbytes(16) + length + chance.randbytes(ENCAPSULATED_BYTES + 23)
    return whole[: chance.choice((0, 15, 17, 18, 500, len(whole)))]


def _seed(number: int) -> bytes:
    return bytes((number,)) * _SEED_BYTES
