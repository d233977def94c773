"""`SubtensorModule.unstake_all`: sell a coldkey's stake on one hotkey, on all subnets."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists
from local_node.runtime.pallets.subtensor.staking.exchange.nominations import clear_small_nomination
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import unstake_from_subnet
from local_node.runtime.pallets.subtensor.staking.exchange.validation import can_remove_stake
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids
from local_node.runtime.pallets.swap.orders import MIN_PRICE


def unstake_all(ctx: Context, origin: Origin, hotkey: bytes) -> None:
    """Subnets where unstaking is not possible are skipped."""
    coldkey = ensure_signed(origin)
    ensure_hotkey_exists(ctx, hotkey)
    for netuid in all_netuids(ctx):
        unstake_where_possible(ctx, coldkey, hotkey, netuid)


def unstake_where_possible(ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int) -> int:
    """Sell all of a coldkey's stake on one subnet, if possible; return the TAO paid."""
    if not ctx.get(storage.SubtokenEnabled, netuid):
        return 0
    alpha = stake_of(ctx, hotkey, coldkey, netuid)
    if not can_remove_stake(ctx, coldkey, hotkey, netuid, alpha):
        return 0
    tao = unstake_from_subnet(ctx, hotkey, coldkey, coldkey, netuid, alpha, MIN_PRICE)
    clear_small_nomination(ctx, hotkey, coldkey, netuid)
    return tao
