"""MEV protection: a plan is sent encrypted, and stays hidden until it is executed.

The same key signs two extrinsics: the plan's own, and an envelope with the nonce before it, which
carries it encrypted to the key under `MevShield.NextKey`. The author of the block after the next
decrypts the envelope and includes the inner extrinsic right behind it. No other author can: an
envelope that misses its block expires with its era, which the chain limits to eight blocks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from btsdk.calls.mev_shield import SubmitEncrypted
from btsdk.errors import ShieldKeyMissing, UsageError
from btsdk.events.mev_shield import EncryptedSubmitted
from btsdk.extrinsic import Signing
from btsdk.keys import Crypto, Signer, ss58
from btsdk.metadata import Metadata
from btsdk.rpc.effects import Program
from btsdk.shield import seal, sealed_size
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage
from btsdk.storage.mev_shield import NextKey
from btsdk.tx.outcome import expected
from btsdk.tx.signed import (
    SignedExtrinsic,
    SignedPayload,
    UnsignedPayload,
    dummy,
    unsigned_payload,
)

MOST_BYTES = 8_192
"""The largest sealed extrinsic that an envelope can carry, in bytes."""


@dataclass(frozen=True)
class Envelope:
    """The signed envelope and the signed extrinsic in it."""

    outer: SignedPayload
    inner: SignedExtrinsic


def envelope(at: BlockContext, payload: UnsignedPayload, signer: Signer) -> Program[Envelope]:
    """Sign the payload and an envelope for it, encrypted to the key that the chain announces now.

    Raises `ShieldKeyMissing` if it announces none.
    """
    inner = payload.sign(signer).extrinsic(at.metadata)
    _check_size(len(inner.data))
    key = yield from storage(at, NextKey)
    if key is None:
        raise ShieldKeyMissing()
    outer = _carrying(at.metadata, payload, seal(inner.data, key))
    return Envelope(outer.sign(signer), inner)


def empty_envelope(metadata: Metadata, payload: UnsignedPayload, crypto: Crypto) -> UnsignedPayload:
    """An unsigned envelope of the right size, for the fee estimate."""
    size = len(dummy(metadata, payload, crypto).data)
    _check_size(size)
    return _carrying(metadata, payload, bytes(sealed_size(size)))


def unsealed(metadata: Metadata, payload: UnsignedPayload) -> UnsignedPayload:
    """The payload as it would be sent without an envelope: with the envelope's nonce."""
    signing = _before(payload.signing)
    return unsigned_payload(
        metadata, payload.address, payload.call, signing, payload.birth, payload.expects
    )


def _carrying(metadata: Metadata, inner: UnsignedPayload, sealed: bytes) -> UnsignedPayload:
    call = SubmitEncrypted(ciphertext=sealed).encode(metadata)
    signing = replace(_before(inner.signing), tip=0)
    expects = (expected(EncryptedSubmitted, who=ss58.decode(inner.address)),)
    return unsigned_payload(metadata, inner.address, call, signing, inner.birth, expects)


def _before(signing: Signing) -> Signing:
    return replace(signing, nonce=signing.nonce - 1)


def _check_size(extrinsic: int) -> None:
    if sealed_size(extrinsic) > MOST_BYTES:
        raise UsageError(
            f"an extrinsic of {extrinsic:,} bytes is too long for MEV protection",
            hint="Send it without MEV protection, or in several parts.",
        )
