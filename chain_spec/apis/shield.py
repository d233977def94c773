"""Encrypted transactions, for the author that decrypts them."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import ByteArray, Bytes, Option, boolean
from chain_spec.types.substrate import UncheckedExtrinsic
from chain_spec.types.subtensor import ShieldedTransaction


class ShieldApi:
    try_decode_shielded_tx = Method(Option(ShieldedTransaction), uxt=UncheckedExtrinsic)
    is_shielded_using_current_key = Method(boolean, key_hash=ByteArray(16))
    try_unshield_tx = Method(
        Option(UncheckedExtrinsic), dec_key_bytes=Bytes, shielded_tx=ShieldedTransaction
    )


api = Api(ShieldApi, version=1)
