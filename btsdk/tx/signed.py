"""Unsigned payloads, their signatures, and signed extrinsics.

An unsigned payload is complete: carry it as JSON to a machine without a network, sign it there, and
carry the signature back. It contains no secret.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from btsdk.errors import UsageError
from btsdk.extrinsic import (
    Era,
    Signing,
    address_value,
    encode_signed,
    extrinsic_hash,
    signature_value,
    signing_payload,
)
from btsdk.hexadecimal import from_hex
from btsdk.keys import Crypto, Signer, ss58, verify
from btsdk.metadata import Metadata
from btsdk.tx.outcome import Expectation

FORMAT = 1


@dataclass(frozen=True)
class UnsignedPayload:
    """An extrinsic to be signed by `address`, whose signature covers exactly `payload`.

    `birth` is the number of the block at which the era begins, None for an immortal one. `expects`
    are the events to expect; JSON does not carry them.
    """

    address: str
    call: bytes
    signing: Signing
    payload: bytes
    birth: int | None
    expects: tuple[Expectation, ...] = field(default=(), repr=False, compare=False)

    @property
    def last_block(self) -> int | None:
        """The last block that may include the extrinsic; None for an immortal one."""
        if self.birth is None:
            return None
        return self.signing.era.death(self.birth) - 1

    def sign(self, signer: Signer) -> SignedPayload:
        """The payload, signed by `signer`."""
        if signer.public_key != ss58.decode(self.address):
            address = ss58.encode(signer.public_key)
            raise UsageError(f"{address} cannot sign what {self.address} must sign")
        return SignedPayload(self, signer.sign(self.payload), signer.crypto)

    def signed(self, signature: bytes, crypto: Crypto = "sr25519") -> SignedPayload:
        """The payload with a signature that was made elsewhere; the signature is verified."""
        account = ss58.decode(self.address)
        if not verify(signature, self.payload, account, crypto):
            raise UsageError(
                f"the signature is not by {self.address} over this payload",
                hint="Sign the bytes of `payload` unchanged, with the key of that address.",
            )
        return SignedPayload(self, signature, crypto)

    def to_json(self) -> str:
        """The payload as text, for a file or a QR code."""
        signing = self.signing
        return json.dumps(
            {
                "format": FORMAT,
                "address": self.address,
                "call": _hex(self.call),
                "nonce": signing.nonce,
                "tip": signing.tip,
                "era": _hex(signing.era.encode()),
                "birth": self.birth,
                "era_block_hash": _hex(signing.era_block_hash),
                "genesis_hash": _hex(signing.genesis_hash),
                "spec_version": signing.spec_version,
                "transaction_version": signing.transaction_version,
                "metadata_hash": None
                if signing.metadata_hash is None
                else _hex(signing.metadata_hash),
                "payload": _hex(self.payload),
            },
            indent=2,
        )

    @classmethod
    def from_json(cls, text: str) -> UnsignedPayload:
        """The payload from its JSON text; `UsageError` if it is not one."""
        try:
            return cls._from_fields(json.loads(text))
        except (KeyError, TypeError, ValueError) as error:
            raise UsageError(f"not an unsigned payload: {error}") from error

    @classmethod
    def _from_fields(cls, fields: dict[str, Any]) -> UnsignedPayload:
        if fields["format"] != FORMAT:
            raise UsageError(f"an unsigned payload of format {fields['format']}, not {FORMAT}")
        metadata_hash = fields["metadata_hash"]
        signing = Signing(
            nonce=int(fields["nonce"]),
            spec_version=int(fields["spec_version"]),
            transaction_version=int(fields["transaction_version"]),
            genesis_hash=from_hex(fields["genesis_hash"]),
            era_block_hash=from_hex(fields["era_block_hash"]),
            era=Era.decode(from_hex(fields["era"])),
            tip=int(fields["tip"]),
            metadata_hash=None if metadata_hash is None else from_hex(metadata_hash),
        )
        ss58.decode(fields["address"])
        call, payload = from_hex(fields["call"]), from_hex(fields["payload"])
        return cls(fields["address"], call, signing, payload, fields["birth"])


@dataclass(frozen=True)
class SignedPayload:
    """A payload with its signature; together with the chain's metadata it can be submitted."""

    unsigned: UnsignedPayload
    signature: bytes
    crypto: Crypto

    def extrinsic(self, metadata: Metadata) -> SignedExtrinsic:
        """The encoded extrinsic."""
        unsigned = self.unsigned
        data = encode_signed(
            metadata,
            unsigned.call,
            address_value(metadata, ss58.decode(unsigned.address)),
            signature_value(metadata, self.crypto, self.signature),
            unsigned.signing.extra(metadata),
        )
        return SignedExtrinsic(data, unsigned)


@dataclass(frozen=True)
class SignedExtrinsic:
    """An encoded, signed extrinsic."""

    data: bytes
    unsigned: UnsignedPayload

    @cached_property
    def hash(self) -> str:
        """The extrinsic's hash: blake2-256 of its bytes."""
        return _hex(extrinsic_hash(self.data))


def unsigned_payload(
    metadata: Metadata,
    address: str,
    call: bytes,
    signing: Signing,
    birth: int | None,
    expects: tuple[Expectation, ...] = (),
) -> UnsignedPayload:
    """The payload for a call on the chain of this metadata."""
    payload = signing_payload(metadata, call, signing.extra(metadata), signing.additional(metadata))
    return UnsignedPayload(address, call, signing, payload, birth, expects)


def dummy(metadata: Metadata, unsigned: UnsignedPayload, crypto: Crypto) -> SignedExtrinsic:
    """The extrinsic with a signature of zeros, of the real length, for the fee estimate."""
    size = 65 if crypto == "ecdsa" else 64
    return SignedPayload(unsigned, bytes(size), crypto).extrinsic(metadata)


def _hex(data: bytes) -> str:
    return "0x" + data.hex()
