"""The authorities of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.keys import ss58
from chain_spec.pallets import grandpa
from local_node.runtime.frame import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`authorities`: a list of pairs, ed25519 address and weight."""
    authorities = [(ss58.decode(key), weight) for key, weight in config.get("authorities", ())]
    ctx.set(grandpa.storage.CurrentSetId, 0)
    ctx.set(grandpa.storage.Authorities, authorities)
    ctx.put(grandpa.storage.SetIdSession, 0, 0)
