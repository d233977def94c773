"""The faucet: TAO for a proof of work against the caller's key, as in Subtensor's localnet
build."""

from __future__ import annotations

from chain_spec.declare import Call, Pallet
from chain_spec.types import Bytes, u64


class calls:
    faucet = Call(60, block_number=u64, nonce=u64, work=Bytes)


PARTS = (Pallet("SubtensorModule", 7, crate="pallet_subtensor", calls=calls),)
