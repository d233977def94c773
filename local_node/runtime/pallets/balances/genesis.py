"""The balances of block 0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from btsdk.keys import ss58
from chain_spec.pallets import balances, system
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances.account import NEW_LOGIC


def genesis(ctx: Context, config: Mapping[str, Any]) -> None:
    """`balances`: a list of pairs, address and rao. Each account has one provider."""
    issuance = 0
    for address, amount in config.get("balances", ()):
        issuance += amount
        account = ctx.get(system.storage.Account, ss58.decode(address))
        account["providers"] += 1
        account["data"] = {"free": amount, "reserved": 0, "frozen": 0, "flags": NEW_LOGIC}
        ctx.put(system.storage.Account, ss58.decode(address), account)
    ctx.set(balances.storage.TotalIssuance, issuance)
