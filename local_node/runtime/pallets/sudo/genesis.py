"""The sudo key of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.keys import ss58
from chain_spec.pallets import sudo
from local_node.runtime.frame import Context


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`key`: an address, or none for a chain without a sudo key."""
    key = config.get("key")
    if key is not None:
        ctx.set(sudo.storage.Key, ss58.decode(key))
