"""Messages that are encrypted to an ed25519 key: libsodium's sealed boxes, as in bittensor-wallet.

The key is converted to X25519; the sender is anonymous, and the message is not signed. An sr25519
key cannot be a recipient: its points are of another group.
"""

from __future__ import annotations

from btsdk.errors import UsageError
from btsdk.keys.keypair import Keypair

_OVERHEAD = 32 + 16
"""Bytes of the ephemeral key and the tag."""


def seal_message(message: bytes, public_key: bytes) -> bytes:
    """The message, encrypted to a 32-byte ed25519 public key.

    Raises `UsageError` if the bytes are no ed25519 key; some sr25519 keys are mistaken for one, and
    then nobody can read the message.
    """
    from nacl import bindings  # noqa: PLC0415  # libsodium costs 40 ms of start-up

    try:
        key = bindings.crypto_sign_ed25519_pk_to_curve25519(public_key)
    except RuntimeError:
        raise UsageError(
            "the recipient's key is not an ed25519 key",
            hint="Messages can be encrypted to ed25519 keys only.",
        ) from None
    return bytes(bindings.crypto_box_seal(message, key))


def open_message(sealed: bytes, keypair: Keypair) -> bytes:
    """The message in a sealed box. Raises `UsageError` if this key does not open it."""
    from nacl import bindings, exceptions  # noqa: PLC0415  # as above

    seed = keypair.reveal().seed
    if keypair.crypto != "ed25519" or seed is None:
        raise UsageError(
            f"messages are encrypted to ed25519 keys, and this is an {keypair.crypto} key",
            hint="Use the key that the message was encrypted to.",
        )
    if len(sealed) < _OVERHEAD:
        raise UsageError(f"an encrypted message has at least {_OVERHEAD} bytes, not {len(sealed)}")
    _, secret = bindings.crypto_sign_seed_keypair(seed)
    key = bindings.crypto_sign_ed25519_sk_to_curve25519(secret)
    try:
        return bytes(
            bindings.crypto_box_seal_open(sealed, bindings.crypto_scalarmult_base(key), key)
        )
    except (exceptions.CryptoError, RuntimeError):
        raise UsageError(
            "this key does not open the message",
            hint="It was encrypted to another key, or it is damaged.",
        ) from None
