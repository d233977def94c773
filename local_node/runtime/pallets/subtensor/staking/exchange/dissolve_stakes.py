"""The stakes of a dissolved subnet: the pool's TAO is paid out by alpha, and all stakes are
deleted.

Stakers and the protocol's own alpha share by value; the remainder of the division goes, rao by rao,
to the largest remainders. Owners of subnets from before the refund rule get their lock back,
reduced by their earnings. Invariant: a failed transfer does not stop the dissolution; the rest on
the subnet's account is recycled.
"""

from __future__ import annotations

from typing import NamedTuple

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64, U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.coinbase.alpha import alpha_issuance
from local_node.runtime.pallets.subtensor.coinbase.tao import (
    coldkey_balance,
    keep_alive_balance,
    recycle_tao,
    transfer_tao,
    transfer_tao_from_subnet,
)
from local_node.runtime.pallets.subtensor.staking.locks.positions import destroy_locks
from local_node.runtime.pallets.subtensor.staking.pool.share_pool import SharePool, shares_of_hotkey
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id, ensure_subnet_exists
from local_node.runtime.pallets.swap.pool import current_price

_U16_MAX = (1 << 16) - 1


class Stake(NamedTuple):
    """One coldkey's alpha on one hotkey."""

    hotkey: bytes
    coldkey: bytes
    alpha: int


def destroy_alpha_in_out_stakes(ctx: Context, netuid: int) -> None:
    """Pay out the subnet's TAO and delete its stakes, reserves and locks."""
    ensure_subnet_exists(ctx, netuid)
    owner = ctx.get(storage.SubnetOwner, netuid)
    refund = _owner_refund(ctx, netuid)
    stakes = _stakes(ctx, netuid)
    protocol_tao = _pay_out(ctx, netuid, stakes, _protocol_alpha(ctx, netuid))
    _delete_stakes(ctx, netuid, stakes)
    ctx.put(storage.SubnetLocked, netuid, 0)
    account = account_id(netuid)
    if refund:
        spendable = max(0, coldkey_balance(ctx, account) - protocol_tao)
        _try_transfer(ctx, account, owner, min(refund, spendable))
    _recycle_rest(ctx, netuid, account)
    destroy_locks(ctx, netuid)


def _owner_refund(ctx: Context, netuid: int) -> int:
    """The lock minus the owner's emission at the current price, for old subnets only."""
    locked = int(ctx.get(storage.SubnetLocked, netuid))
    registered = ctx.get(storage.NetworkRegisteredAt, netuid)
    if registered >= ctx.get(storage.NetworkRegistrationStartBlock) or not locked:
        return 0
    cut = U96F32.from_int(ctx.get(storage.SubnetOwnerCut))
    fraction = U96F32.safe_div(cut, U96F32.from_int(_U16_MAX))
    issued = U96F32.from_int(alpha_issuance(ctx, netuid))
    alpha = U96F32.from_int(U96F32.to_u64(U96F32.mul(issued, fraction)))
    price = U96F32.from_fixed(current_price(ctx, netuid), U64F64)
    return max(0, locked - U96F32.to_u64(U96F32.mul(alpha, price)))


def _stakes(ctx: Context, netuid: int) -> list[Stake]:
    """Every stake on the subnet; if the pool was never used, shares count as alpha."""
    hotkeys = [key for key, on in ctx.keys(storage.TotalHotkeyAlpha) if on == netuid]
    stakes = []
    for hotkey in hotkeys:
        pool = SharePool(ctx, hotkey, netuid)
        for coldkey, on, share in shares_of_hotkey(ctx, hotkey):
            if on == netuid:
                alpha = pool.value_of(coldkey) or share.to_u64()
                stakes.append(Stake(hotkey, coldkey, alpha))
    return stakes


def _protocol_alpha(ctx: Context, netuid: int) -> int:
    """The alpha bought by the protocol, plus the pool's own on newer subnets."""
    alpha = int(ctx.get(storage.SubnetProtocolAlpha, netuid))
    registered = ctx.get(storage.NetworkRegisteredAt, netuid)
    if registered > ctx.get(storage.TaoInRefundDeploymentBlock):
        alpha += ctx.get(storage.SubnetAlphaIn, netuid)
    return alpha


def _pay_out(ctx: Context, netuid: int, stakes: list[Stake], protocol_alpha: int) -> int:
    """Divide the pool's TAO by alpha and pay the stakers; return the protocol's part."""
    pot = ctx.get(storage.SubnetTAO, netuid)
    if not pot:
        return 0
    ctx.remove(storage.SubnetTAO, netuid)
    ctx.set(storage.TotalStake, max(0, ctx.get(storage.TotalStake) - pot))
    holders: list[tuple[bytes | None, int]] = [
        (stake.coldkey, stake.alpha) for stake in stakes if stake.alpha
    ]
    if protocol_alpha:
        holders.append((None, protocol_alpha))
    protocol_tao = 0
    for coldkey, tao in _largest_remainders(pot, holders):
        if coldkey is None:
            protocol_tao += tao
        elif tao:
            _try_transfer_from_subnet(ctx, netuid, coldkey, tao)
    return protocol_tao


def _largest_remainders(
    pot: int, holders: list[tuple[bytes | None, int]]
) -> list[tuple[bytes | None, int]]:
    """Divide the pot by alpha in whole rao, and the rest one by one to the largest remainders."""
    total = sum(alpha for _, alpha in holders)
    if not total:
        return []
    portions = [(holder, *divmod(pot * alpha, total)) for holder, alpha in holders]
    left = pot - sum(share for _, share, _ in portions)
    if left:
        portions.sort(key=lambda portion: -portion[2])
    return [
        (holder, share + (position < left)) for position, (holder, share, _) in enumerate(portions)
    ]


def _delete_stakes(ctx: Context, netuid: int, stakes: list[Stake]) -> None:
    for stake in stakes:
        key = (stake.hotkey, stake.coldkey, netuid)
        ctx.remove(storage.Alpha, key)
        ctx.remove(storage.AlphaV2, key)
    for hotkey in [key for key, on in ctx.keys(storage.TotalHotkeyAlpha) if on == netuid]:
        ctx.remove(storage.TotalHotkeyAlpha, (hotkey, netuid))
        ctx.remove(storage.TotalHotkeyShares, (hotkey, netuid))
        ctx.remove(storage.TotalHotkeySharesV2, (hotkey, netuid))
    for item in (storage.SubnetAlphaIn, storage.SubnetAlphaOut, storage.SubnetProtocolAlpha):
        ctx.remove(item, netuid)


def _recycle_rest(ctx: Context, netuid: int, account: bytes) -> None:
    """Recycle the rest on the subnet's account, except the existential deposit."""
    rest = keep_alive_balance(ctx, account)
    try:
        with ctx.transaction():
            recycle_tao(ctx, account, rest)
    except DispatchFailure:
        return
    ctx.put(storage.RAORecycledForRegistration, netuid, rest)


def _try_transfer_from_subnet(ctx: Context, netuid: int, coldkey: bytes, amount: int) -> None:
    try:
        with ctx.transaction():
            transfer_tao_from_subnet(ctx, netuid, coldkey, amount)
    except DispatchFailure:
        return


def _try_transfer(ctx: Context, source: bytes, dest: bytes, amount: int) -> None:
    try:
        with ctx.transaction():
            transfer_tao(ctx, source, dest, amount)
    except DispatchFailure:
        return
