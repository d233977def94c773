"""`DynamicInfo`: a subnet's token, its pool and its last emission."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.subnet_fields import (
    blocks_since_last_step,
    pool_fields,
)
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import name_of
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids, subnet_exists


def get_dynamic_info(ctx: Context, netuid: int) -> dict[str, Any] | None:
    if not subnet_exists(ctx, netuid):
        return None
    symbol = ctx.get(storage.TokenSymbol, netuid)
    return {
        "netuid": netuid,
        "owner_hotkey": ctx.get(storage.SubnetOwnerHotkey, netuid),
        "owner_coldkey": ctx.get(storage.SubnetOwner, netuid),
        "subnet_name": list(name_of(ctx, netuid)),
        "token_symbol": list(symbol),
        "tempo": ctx.get(storage.Tempo, netuid),
        "last_step": ctx.get(storage.LastMechansimStepBlock, netuid),
        "blocks_since_last_step": blocks_since_last_step(ctx, netuid),
        "emission": 0,
        "network_registered_at": ctx.get(storage.NetworkRegisteredAt, netuid),
        "subnet_identity": ctx.get(storage.SubnetIdentitiesV3, netuid),
        **pool_fields(ctx, netuid),
    }


def get_all_dynamic_info(ctx: Context) -> list[dict[str, Any] | None]:
    return [get_dynamic_info(ctx, netuid) for netuid in all_netuids(ctx)]
