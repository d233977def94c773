"""Signed calls for a chain in this process, made without a client."""

from __future__ import annotations

from typing import Any

from btsdk.extrinsic import (
    Era,
    Signing,
    address_value,
    encode_signed,
    signature_value,
    signing_payload,
)
from btsdk.keys import Keypair
from btsdk.keys.signer import Signer
from local_node.dev.control import Control
from local_node.dev.impersonation import nonce_of

ALICE = Keypair.from_uri("//Alice")
BOB = Keypair.from_uri("//Bob")
ZOE = Keypair.from_uri("//Zoe")


def signed(
    control: Control,
    signer: Signer,
    call: bytes,
    nonce: int | None = None,
    period: int | None = None,
) -> bytes:
    """An extrinsic, immortal where no period is given; its nonce is the next one of the state."""
    chain, metadata = control.chain, control.metadata
    best = chain.best
    era = Era.immortal() if period is None else Era.mortal(period, best.number)
    birth = chain.hash_at(0 if period is None else era.birth(best.number))
    assert birth is not None
    version = chain.version()
    signing = Signing(
        nonce=nonce_of(chain, signer.public_key) if nonce is None else nonce,
        spec_version=version.spec_version,
        transaction_version=version.transaction_version,
        genesis_hash=chain.genesis_hash,
        era_block_hash=birth,
        era=era,
    )
    extra = signing.extra(metadata)
    payload = signing_payload(metadata, call, extra, signing.additional(metadata))
    signature = signature_value(metadata, signer.crypto, signer.sign(payload))
    return encode_signed(
        metadata, call, address_value(metadata, signer.public_key), signature, extra
    )


def transfer(control: Control, dest: bytes, rao: int) -> bytes:
    return call(control, "Balances", "transfer_keep_alive", dest=("Id", dest), value=rao)


def call(control: Control, pallet: str, name: str, **arguments: Any) -> bytes:
    return control.metadata.encode_call(pallet, name, arguments)
