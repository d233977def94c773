"""The encoding of extrinsics of format 4: a compact length, a version byte, signature part and
call.

The bytes around a call are the same in the pool and in a block, so an extrinsic's hash is
that of the whole encoding, its length included.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from btsdk.errors import DecodeError, EncodeError
from btsdk.extrinsic.extensions import Values, encode_extra, read_extra, signed_extensions
from btsdk.extrinsic.multi import account_of
from btsdk.keys.hashing import blake2_256
from btsdk.metadata.model import Call, Metadata, as_call
from btsdk.scale.primitives import compact_encode, compact_read

FORMAT = 4
SIGNED = 0x80
"""The bit of the version byte that marks a signed extrinsic."""
PAYLOAD_MAX = 256
"""A longer payload is signed as its hash (`sp_runtime::generic::SignedPayload`)."""
_LENGTH_MAX = (1 << 32) - 1


@dataclass(frozen=True)
class Extrinsic:
    """A decoded extrinsic; `address` and `signature` are None if it is not signed.

    `extra` has the values of the extensions that take bytes, by identifier; `call_data` is the
    encoded call, for verifying the signature.
    """

    call: Call
    call_data: bytes
    address: Any = None
    signature: Any = None
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def signed(self) -> bool:
        return self.signature is not None

    @property
    def signer(self) -> bytes | None:
        """The 32 bytes of the signing account."""
        return account_of(self.address)

    @classmethod
    def decode(cls, data: bytes, metadata: Metadata) -> Extrinsic:
        """Decode an extrinsic, its length first; the input must hold nothing else."""
        length, offset = compact_read(data, 0, _LENGTH_MAX)
        if offset + length != len(data):
            raise DecodeError(
                f"the extrinsic declares {length} bytes and has {len(data) - offset}", offset=offset
            )
        if not length or data[offset] & ~SIGNED != FORMAT:
            raise DecodeError(f"the extrinsic is not of format {FORMAT}", offset=offset)
        if not data[offset] & SIGNED:
            return cls(*_call(metadata, data, offset + 1))
        of_address, of_signature, _ = metadata.extrinsic_codecs
        address, offset = of_address.read(data, offset + 1)
        signature, offset = of_signature.read(data, offset)
        extra, offset = read_extra(metadata, data, offset)
        return cls(*_call(metadata, data, offset), address, signature, extra)


def encode_signed(
    metadata: Metadata, call: bytes, address: Any, signature: Any, extra: Values
) -> bytes:
    """The bytes of a signed extrinsic around an encoded call."""
    parts, registry = metadata.extrinsic, metadata.registry
    return _framed(
        bytes((SIGNED | FORMAT,))
        + registry.encode(parts.address, address)
        + registry.encode(parts.signature, signature)
        + encode_extra(metadata, extra)
        + call
    )


def encode_unsigned(call: bytes) -> bytes:
    """The bytes of an extrinsic without a signature: an inherent, or an unsigned transaction."""
    return _framed(bytes((FORMAT,)) + call)


def signing_payload(metadata: Metadata, call: bytes, extra: Values, additional: Values) -> bytes:
    """The bytes to sign: call, extra and additional, hashed if longer than 256 bytes."""
    payload = call + signed_extensions(metadata, extra, additional)
    return blake2_256(payload) if len(payload) > PAYLOAD_MAX else payload


def extrinsic_hash(extrinsic: bytes) -> bytes:
    """The hash that identifies an extrinsic."""
    return blake2_256(extrinsic)


def _framed(body: bytes) -> bytes:
    if len(body) > _LENGTH_MAX:
        raise EncodeError(f"an extrinsic of {len(body)} bytes is too long")
    return compact_encode(len(body)) + body


def _call(metadata: Metadata, data: bytes, offset: int) -> tuple[Call, bytes]:
    value, end = metadata.extrinsic_codecs[2].read(data, offset)
    if end != len(data):
        raise DecodeError(f"{len(data) - end} bytes are left after the call", offset=end)
    return as_call(value), data[offset:]
