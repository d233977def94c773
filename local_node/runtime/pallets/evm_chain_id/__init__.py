"""Pallet `EVMChainId` (index 23): the number by which Ethereum clients would know the chain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import evm_chain_id as declared
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.pallet import RuntimePallet


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`chainId`: the number, 0 where it is not given."""
    ctx.set(declared.storage.ChainId, config.get("chainId", 0))


PALLET = RuntimePallet(declared.pallet, genesis=genesis)
