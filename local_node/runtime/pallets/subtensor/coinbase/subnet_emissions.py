"""The division of the block's TAO among subnets: by moving price, reduced by unpaid miner emission.

Shares are ``U64F64`` and sum to about one, emissions ``U96F32`` rao. Invariant: maps are processed
in ascending order of netuid, whatever the storage order.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64, U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.staking.pool.prices import moving_alpha_price
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT


def subnets_to_emit_to(ctx: Context, subnets: list[int]) -> list[int]:
    """Started subnets with open registration, in the given order."""
    return [netuid for netuid in subnets if _receives_emission(ctx, netuid)]


def subnet_block_emissions(ctx: Context, subnets: list[int], emission: int) -> dict[int, int]:
    """TAO for each subnet from ``emission`` (``U96F32``); that of disabled ones goes to the
    others."""
    shares = _enabled_shares(ctx, subnet_shares(ctx, subnets))
    total = U64F64.from_fixed(emission, U96F32)
    return {
        netuid: U96F32.from_fixed(U64F64.mul(total, share), U64F64)
        for netuid, share in shares.items()
    }


def subnet_shares(ctx: Context, subnets: list[int]) -> dict[int, int]:
    """Shares by price, weighted by the part of its miners' emission that a subnet pays out."""
    shares = _price_shares(ctx, subnets)
    weighted = {
        netuid: U64F64.mul(share, U64F64.sub(U64F64.one, _withheld(ctx, netuid)))
        for netuid, share in shares.items()
    }
    total = _sum(weighted)
    if total == 0:
        return shares
    return {netuid: U64F64.safe_div(weight, total) for netuid, weight in weighted.items()}


def sells_root_dividends(ctx: Context, subnets: list[int]) -> bool:
    """Whether root dividends are paid: only while the moving prices sum to more than one TAO."""
    total = sum(moving_alpha_price(ctx, netuid) for netuid in subnets)
    return U64F64.wrap(total) > U64F64.one


def _receives_emission(ctx: Context, netuid: int) -> bool:
    return bool(
        netuid != ROOT
        and ctx.get(storage.FirstEmissionBlockNumber, netuid) is not None
        and ctx.get(storage.SubtokenEnabled, netuid)
        and ctx.get(storage.NetworkRegistrationAllowed, netuid)
    )


def _price_shares(ctx: Context, subnets: list[int]) -> dict[int, int]:
    prices = {netuid: moving_alpha_price(ctx, netuid) for netuid in sorted(subnets)}
    total = _sum(prices)
    return {netuid: U64F64.safe_div(price, total) for netuid, price in prices.items()}


def _enabled_shares(ctx: Context, shares: dict[int, int]) -> dict[int, int]:
    enabled = {n: s for n, s in shares.items() if ctx.get(storage.SubnetEmissionEnabled, n)}
    if len(enabled) == len(shares):
        return shares
    total = _sum(enabled)
    return {n: U64F64.safe_div(s, total) if n in enabled else 0 for n, s in shares.items()}


def _withheld(ctx: Context, netuid: int) -> int:
    """The part of the last epoch's miner emission that went to the owner's own hotkeys."""
    return min(U64F64.from_fixed(ctx.get(storage.MinerBurned, netuid), U96F32), U64F64.one)


def _sum(shares: dict[int, int]) -> int:
    return U64F64.clamp(sum(shares.values()))
