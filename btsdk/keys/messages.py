"""Signed messages, which prove an account and cannot be used as transactions.

A message is signed inside `<Bytes>…</Bytes>`, as browser wallets do. No extrinsic payload begins
that way, and no hashed one can be made to, so a chain never accepts the signature. Raw bytes have
no such protection: `payload_like` tells which ones a chain could accept.
"""

from __future__ import annotations

import re
from typing import Literal

from btsdk.keys.signer import Crypto, Signer
from btsdk.keys.verifying import verify

Form = Literal["wrapped", "raw"]
"""The form in which a message was signed: inside `<Bytes>…</Bytes>`, or as raw bytes."""

_HASH = 32
"""Bytes of a hashed payload: payloads over 256 bytes are signed as their blake2-256 hash."""
_HASHED_FROM = 257
_ADDITIONAL = 4 + 4 + 32 + 32
"""Bytes that every payload ends with: spec version, transaction version, genesis and birth block
hash. A chain with `CheckMetadataHash` appends an optional hash (RFC-0078)."""
_SHORTEST_CALL = 2
_MOST_TRANSACTION_VERSIONS = 1 << 16


def wrapped(message: bytes) -> bytes:
    """The bytes that are signed for a message; a message that is wrapped already is unchanged."""
    if re.fullmatch(b"<Bytes>.*</Bytes>", message, re.DOTALL):
        return message
    return b"<Bytes>" + message + b"</Bytes>"


def sign_message(signer: Signer, message: bytes) -> bytes:
    """The signature of a message in its wrapped form."""
    return signer.sign(wrapped(message))


def verify_message(
    signature: bytes, message: bytes, public_key: bytes, crypto: Crypto = "sr25519"
) -> Form | None:
    """The form in which the account signed the message; None if the signature is of neither."""
    if verify(signature, wrapped(message), public_key, crypto):
        return "wrapped"
    return "raw" if verify(signature, message, public_key, crypto) else None


def payload_like(data: bytes) -> str | None:
    """The reason why a chain could accept a signature of these bytes for an extrinsic; None if it
    cannot. The chain is not known here, so the answer errs on the side of caution.
    """
    if len(data) == _HASH:
        return f"they have {_HASH} bytes, the length of a hashed extrinsic payload"
    if len(data) < _HASHED_FROM and any(_has_additional(body) for body in _bodies(data)):
        return "they end as an extrinsic payload does, with versions and block hashes"
    return None


def _bodies(data: bytes) -> tuple[bytes, ...]:
    """The bytes before the optional metadata hash, under each reading of the end."""
    found = [data]
    if data[-1:] == b"\x00":
        found.append(data[:-1])
    if data[-33:-32] == b"\x01":
        found.append(data[:-33])
    return tuple(found)


def _has_additional(body: bytes) -> bool:
    if len(body) < _SHORTEST_CALL + _ADDITIONAL:
        return False
    # Transaction versions are small: their upper bytes are zeros, which no text contains.
    version = int.from_bytes(body[-_ADDITIONAL + 4 : -_ADDITIONAL + 8], "little")
    return version < _MOST_TRANSACTION_VERSIONS
