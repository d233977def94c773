"""The authorities of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.keys import ss58
from chain_spec.pallets import aura
from local_node.runtime.frame import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`authorities`: a list of sr25519 addresses, in the order of their slots."""
    authorities = [ss58.decode(address) for address in config.get("authorities", ())]
    ctx.set(aura.storage.Authorities, authorities)
