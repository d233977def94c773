"""`MultiAddress` and `MultiSignature`: the signer's account and the signature's scheme."""

from __future__ import annotations

from typing import Any

from btsdk.errors import UsageError
from btsdk.metadata.model import Metadata
from btsdk.scale.plan import Bytes, Enum

_SCHEMES = {"ed25519": "Ed25519", "sr25519": "Sr25519", "ecdsa": "Ecdsa"}


def address_value(metadata: Metadata, account: bytes) -> Any:
    """An account as the chain's extrinsics encode it: `("Id", account)`, or the bare account."""
    plan = metadata.registry.plan(metadata.extrinsic.address)
    return account if isinstance(plan, Bytes) else ("Id", account)


def account_of(address: Any) -> bytes | None:
    """The 32-byte account in an address; None for an index or an address of another kind."""
    if isinstance(address, bytes):
        return address if len(address) == 32 else None
    match address:
        case ("Id" | "Address32", bytes(account)):
            return account
    return None


def signature_value(metadata: Metadata, crypto: str, signature: bytes) -> Any:
    """A signature of the scheme `crypto` (`sr25519`, `ed25519`, `ecdsa`) in the codec's shape."""
    if not isinstance(metadata.registry.plan(metadata.extrinsic.signature), Enum):
        return signature
    scheme = _SCHEMES.get(crypto)
    if scheme is None:
        raise UsageError(f"{crypto!r} is not a signature scheme: {', '.join(_SCHEMES)}")
    return (scheme, signature)


def scheme_of(signature: Any) -> tuple[str, bytes]:
    """The scheme and the raw bytes of a decoded signature."""
    match signature:
        case (str(name), bytes(raw)):
            for scheme, known in _SCHEMES.items():
                if known == name:
                    return scheme, raw
    raise UsageError(f"{signature!r} is not a signature of a known scheme")
