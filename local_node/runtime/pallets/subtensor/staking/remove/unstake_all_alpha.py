"""`SubtensorModule.unstake_all_alpha`: sell a coldkey's stake on all subnets and stake it on
root."""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import stake_into_subnet
from local_node.runtime.pallets.subtensor.staking.remove.unstake_all import unstake_where_possible
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, all_netuids
from local_node.runtime.pallets.swap.orders import MAX_PRICE


def unstake_all_alpha(ctx: Context, origin: Origin, hotkey: bytes) -> None:
    """Subnets where unstaking is not possible are skipped."""
    coldkey = ensure_signed(origin)
    ensure_hotkey_exists(ctx, hotkey)
    subnets = [netuid for netuid in all_netuids(ctx) if netuid != ROOT]
    tao = sum(unstake_where_possible(ctx, coldkey, hotkey, netuid) for netuid in subnets)
    stake_into_subnet(ctx, hotkey, coldkey, ROOT, tao, MAX_PRICE)
