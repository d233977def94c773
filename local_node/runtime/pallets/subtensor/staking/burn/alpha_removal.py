"""The removal of alpha from a stake, with the checks that recycling and burning share."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import ensure_hotkey_exists
from local_node.runtime.pallets.subtensor.staking.exchange.validation import ensure_subtoken_enabled
from local_node.runtime.pallets.subtensor.staking.locks.positions import ensure_available
from local_node.runtime.pallets.subtensor.staking.stake import decrease_stake, stake_of
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, ensure_subnet_exists


def remove_alpha(ctx: Context, coldkey: bytes, hotkey: bytes, amount: int, netuid: int) -> int:
    """Check, and remove alpha from a stake; return the amount, limited to the stake."""
    ensure_subnet_exists(ctx, netuid)
    ensure(netuid != ROOT, errors.CannotBurnOrRecycleOnRootSubnet)
    ensure_subtoken_enabled(ctx, netuid)
    ensure_hotkey_exists(ctx, hotkey)
    amount = min(amount, stake_of(ctx, hotkey, coldkey, netuid))
    ensure(ctx.get(storage.SubnetAlphaOut, netuid) >= amount, errors.InsufficientLiquidity)
    ensure_available(ctx, coldkey, netuid, amount)
    decrease_stake(ctx, hotkey, coldkey, netuid, amount)
    return amount
