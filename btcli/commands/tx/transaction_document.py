"""A transaction in a file, as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btcli.render.offline import own_warnings
from btsdk.descriptors.json_writing import call_to_json
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.tx.offline import OfflineTransaction


class EraDocument(TypedDict):
    """The blocks that may include a transaction."""

    period: int
    first_block: int
    last_block: int


class OfflineTransactionDocument(TypedDict):
    """A transaction in a file."""

    network: str
    genesis_hash: str
    signer: str
    call: Annotated[Any, "`call` and `args`; calls inside it in the same form"]
    call_data: str
    nonce: int
    tip_tao: str
    era: Annotated[EraDocument | None, "null if it never expires"]
    era_block_hash: str
    expires: Annotated[str | None, "estimated"]
    spec_version: int
    transaction_version: int
    metadata_hash: Annotated[str | None, "null if the chain will not verify the metadata"]
    fee_tao: Annotated[str | None, "as the building machine said"]
    effects: Annotated[list[str], "as the building machine said"]
    warnings: list[str]
    signature: Annotated[str | None, "null before it is signed"]
    extrinsic_hash: Annotated[str | None, "null before it is signed"]


def transaction_document(transaction: OfflineTransaction) -> OfflineTransactionDocument:
    """The whole transaction, without its metadata."""
    payload, signing = transaction.payload, transaction.payload.signing
    signature, hashed = transaction.signature, signing.metadata_hash
    return {
        "network": transaction.network,
        "genesis_hash": transaction.genesis_hash,
        "signer": payload.address,
        "call": call_to_json(transaction.metadata, transaction.call),
        "call_data": "0x" + payload.call.hex(),
        "nonce": signing.nonce,
        "tip_tao": Tao.from_rao(signing.tip).decimal(),
        "era": _era(transaction),
        "era_block_hash": "0x" + signing.era_block_hash.hex(),
        "expires": None if transaction.expires is None else transaction.expires.isoformat(),
        "spec_version": signing.spec_version,
        "transaction_version": signing.transaction_version,
        "metadata_hash": None if hashed is None else "0x" + hashed.hex(),
        "fee_tao": None if transaction.fee is None else transaction.fee.decimal(),
        "effects": list(transaction.effects),
        "warnings": [*transaction.warnings, *own_warnings(transaction)],
        "signature": None if signature is None else "0x" + signature.hex(),
        "extrinsic_hash": None
        if signature is None
        else transaction.signed().extrinsic(transaction.metadata).hash,
    }


def _era(transaction: OfflineTransaction) -> EraDocument | None:
    payload = transaction.payload
    if payload.birth is None or payload.last_block is None or payload.signing.era.period is None:
        return None
    return {
        "period": payload.signing.era.period,
        "first_block": payload.birth,
        "last_block": payload.last_block,
    }
