"""The owner's cut of a leased subnet, shared with the contributors of the lease.

Shares accrue until the distribution interval; then all are transferred at once. If any transfer
fails, they keep accruing.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import constants, events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.arithmetic.perthings import Percent
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.staking.exchange.settlement import (
    transfer_stake_within_subnet,
)


def distribute_lease_dividends(ctx: Context, lease_id: int, owner_cut: int) -> None:
    """Accrue the contributors' part of a cut, and pay what is due; no effect after the lease's
    end."""
    lease = ctx.get(storage.SubnetLeases, lease_id)
    if lease is None:
        return
    end = lease["end_block"]
    if end is not None and end <= ctx.block_number:
        return
    due = ctx.get(storage.AccumulatedLeaseDividends, lease_id)
    due += Percent.mul_ceil(lease["emissions_share"], owner_cut)
    if ctx.block_number % ctx.constant(constants.LeaseDividendsDistributionInterval):
        ctx.put(storage.AccumulatedLeaseDividends, lease_id, due)
        return
    try:
        with ctx.transaction():
            _pay(ctx, lease_id, lease, due)
    except DispatchFailure:
        ctx.put(storage.AccumulatedLeaseDividends, lease_id, due)


def _pay(ctx: Context, lease_id: int, lease: Any, due: int) -> None:
    """Pay each contributor's share, rounded up, and the rest to the beneficiary."""
    paid = 0
    for contributor, share in list(ctx.iter(storage.SubnetLeaseShares, lease_id)):
        part = U64F64.mul(share, U64F64.from_int(due))
        alpha = U64F64.to_u64(U64F64.clamp(part + U64F64.one - 1))
        _transfer(ctx, lease_id, lease, contributor, alpha)
        paid += alpha
    _transfer(ctx, lease_id, lease, lease["beneficiary"], max(0, due - paid))
    ctx.put(storage.AccumulatedLeaseDividends, lease_id, 0)


def _transfer(ctx: Context, lease_id: int, lease: Any, to: bytes, alpha: int) -> None:
    hotkey = lease["hotkey"]
    source, dest = (lease["coldkey"], hotkey), (to, hotkey)
    transfer_stake_within_subnet(ctx, source, dest, lease["netuid"], alpha)
    ctx.emit(events.SubnetLeaseDividendsDistributed, lease_id=lease_id, contributor=to, alpha=alpha)
