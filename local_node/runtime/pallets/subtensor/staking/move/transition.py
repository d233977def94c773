"""The movement of stake between hotkeys, coldkeys and subnets, for four calls.

Within a subnet only the shares change owner. Between subnets the stake is sold and bought again,
with one fee: on the sale, or on the purchase if the stake leaves root.
"""

from __future__ import annotations

from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.coinbase.tao import transfer_tao
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import (
    min_stake,
    stake_into_subnet,
    transfer_stake_within_subnet,
    unstake_from_subnet,
)
from local_node.runtime.pallets.subtensor.staking.exchange.validation import (
    Transition,
    validate_transition,
)
from local_node.runtime.pallets.subtensor.staking.pool.price_limits import max_amount_move
from local_node.runtime.pallets.subtensor.staking.stake import stake_of
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import become_delegate_if_not
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from local_node.runtime.pallets.swap.orders import MAX_PRICE, MIN_PRICE


def transition_stake(
    ctx: Context,
    transition: Transition,
    alpha: int,
    *,
    limit: int | None = None,
    allow_partial: bool | None = None,
    check_transfer_toggle: bool = False,
) -> int:
    """Check and move stake, in rao of origin alpha; return its value in rao of TAO.

    ``alpha`` is limited to the stake: a fee paid in alpha may have reduced it just before.
    """
    origin = transition.origin_netuid
    held = stake_of(ctx, transition.origin_hotkey, transition.origin_coldkey, origin)
    alpha = most = min(alpha, held)
    if transition.crosses_subnets and limit is not None:
        most = max_amount_move(ctx, origin, transition.destination_netuid, limit)
    validate_transition(
        ctx,
        transition,
        alpha,
        most,
        allow_partial=allow_partial,
        check_transfer_toggle=check_transfer_toggle,
    )
    if transition.crosses_subnets:
        return _through_pools(ctx, transition, min(alpha, most))
    return transfer_stake_within_subnet(
        ctx,
        (transition.origin_coldkey, transition.origin_hotkey),
        (transition.destination_coldkey, transition.destination_hotkey),
        origin,
        min(alpha, most),
    )


def _through_pools(ctx: Context, transition: Transition, alpha: int) -> int:
    """Sell, transfer and buy; an amount too small to stake stays with the coldkey as TAO."""
    seller, buyer = transition.origin_coldkey, transition.destination_coldkey
    leaves_root = transition.origin_netuid == ROOT
    tao = unstake_from_subnet(
        ctx,
        transition.origin_hotkey,
        seller,
        seller,
        transition.origin_netuid,
        alpha,
        MIN_PRICE,
        drop_fees=leaves_root,
    )
    if seller != buyer:
        transfer_tao(ctx, seller, buyer, tao)
    if tao >= min_stake(ctx):
        hotkey = transition.destination_hotkey
        if owner_of(ctx, hotkey) != buyer:
            become_delegate_if_not(ctx, hotkey)
        stake_into_subnet(
            ctx,
            hotkey,
            buyer,
            transition.destination_netuid,
            tao,
            MAX_PRICE,
            drop_fees=not leaves_root,
        )
    return tao
