"""Ethereum transactions: declared, never run here. The arguments are those of `spec_version`
343."""

from __future__ import annotations

from chain_spec.declare import Call, Pallet
from chain_spec.types import alias
from chain_spec.types.evm import TransactionV3


class calls:
    transact = Call(0, transaction=alias("Transaction", TransactionV3))


pallet = Pallet("Ethereum", 21, crate="pallet_ethereum", calls=calls)
