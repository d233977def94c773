"""The EVM chain id of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from chain_spec.pallets import evm_chain_id as declared
from local_node.runtime.frame.context import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`chainId`: the number; default 0."""
    ctx.set(declared.storage.ChainId, config.get("chainId", 0))
