"""The council of block 0, unless a member pallet sets it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.keys import ss58
from local_node.runtime.frame import Context
from local_node.runtime.pallets.triumvirate import motions


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`members`: addresses, each once."""
    members = sorted(ss58.decode(address) for address in config.get("members", ()))
    if len(set(members)) != len(members):
        raise ValueError("triumvirate.members: duplicate account")
    if members:
        motions.change_members(ctx, members)
