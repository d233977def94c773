"""A block's emission to each subnet: TAO and alpha into the pool, alpha to its participants.

TAO enters with alpha in proportion to the price, up to a cap that shrinks as the subnet ages;
excess TAO buys alpha for the protocol. New alpha for participants is split between owner, miners,
validators and root, and stays in pending counters until the epoch.

Invariant: TAO is paid only from the block's credit; the rest of it was never issued.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import U64F64, U96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure
from local_node.runtime.pallets.subtensor.coinbase.alpha import (
    alpha_issuance,
    issue_alpha_to_pool,
    issue_alpha_to_stakers,
    recycle_subnet_alpha,
)
from local_node.runtime.pallets.subtensor.coinbase.block_emission import (
    note_emission_for_issuance,
)
from local_node.runtime.pallets.subtensor.coinbase.flows import record_protocol_inflow
from local_node.runtime.pallets.subtensor.coinbase.tao import recycle_credit, spend_tao
from local_node.runtime.pallets.subtensor.staking.pool.reserves import swap_tao_for_alpha
from local_node.runtime.pallets.subtensor.staking.stake_weight import tao_weight
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, account_id
from local_node.runtime.pallets.swap.orders import MAX_PRICE
from local_node.runtime.pallets.swap.pool import adjust_protocol_liquidity, current_price

_HALF = U96F32.one >> 1
_U16_MAX = (1 << 16) - 1
_U64_MAX = (1 << 64) - 1


class InjectionTerms(NamedTuple):
    """One subnet's part of a block, as ``U96F32`` rao."""

    tao_in: int
    alpha_in: int
    alpha_out: int
    excess_tao: int


def emit_to_subnets(
    ctx: Context, subnets: list[int], emissions: dict[int, int], credit: int, root_sells: bool
) -> None:
    """Inject into the pools, then issue the participants' alpha."""
    terms = {netuid: subnet_terms(ctx, netuid, tao) for netuid, tao in emissions.items()}
    for netuid in subnets:
        credit = _inject(ctx, netuid, terms[netuid], credit)
    recycle_credit(ctx, credit)
    for netuid in subnets:
        _set_alpha_aside(ctx, netuid, terms[netuid].alpha_out, root_sells)


def subnet_terms(ctx: Context, netuid: int, tao_emission: int) -> InjectionTerms:
    """The division of a subnet's TAO (``U96F32``), and the alpha that enters with it."""
    issuance = alpha_issuance(ctx, netuid)
    alpha_out = U96F32.from_int(note_emission_for_issuance(ctx, issuance))
    price = U96F32.from_fixed(current_price(ctx, netuid), U64F64)
    tao_in, alpha_in = tao_emission, U96F32.safe_div(tao_emission, price)
    cap = U96F32.mul(root_proportion(ctx, netuid), alpha_out)
    if alpha_in > cap:
        alpha_in = cap
        tao_in = U96F32.mul(alpha_in, price)
    return InjectionTerms(tao_in, alpha_in, alpha_out, U96F32.sub(tao_emission, tao_in))


def root_proportion(ctx: Context, netuid: int) -> int:
    """Weighted root TAO divided by itself plus the subnet's alpha (``U96F32``)."""
    root_tao = U96F32.from_int(ctx.get(storage.SubnetTAO, ROOT))
    weighted = U96F32.mul(root_tao, tao_weight(ctx))
    issuance = U96F32.from_int(alpha_issuance(ctx, netuid))
    return U96F32.safe_div(weighted, U96F32.add(weighted, issuance))


def _inject(ctx: Context, netuid: int, terms: InjectionTerms, credit: int) -> int:
    """Move TAO and alpha into one pool; return the rest of the credit."""
    tao, alpha = adjust_protocol_liquidity(
        ctx, netuid, U96F32.to_u64(terms.tao_in), U96F32.to_u64(terms.alpha_in)
    )
    ctx.put(storage.SubnetExcessTao, netuid, 0)
    ctx.put(storage.SubnetTaoInEmission, netuid, 0)
    credit = _buy_alpha(ctx, netuid, U96F32.to_u64(terms.excess_tao), credit)
    ctx.put(storage.SubnetAlphaInEmission, netuid, alpha)
    issue_alpha_to_pool(ctx, netuid, alpha)
    return _add_tao(ctx, netuid, tao, credit)


def _buy_alpha(ctx: Context, netuid: int, tao: int, credit: int) -> int:
    """Buy alpha for the protocol with the excess TAO, without fees."""
    left = spend_tao(ctx, account_id(netuid), credit, tao) if tao else None
    if left is None:
        return credit
    try:
        with ctx.transaction():
            bought = swap_tao_for_alpha(ctx, netuid, tao, MAX_PRICE, drop_fees=True)
    except DispatchFailure:
        return left
    _add(ctx, storage.SubnetProtocolAlpha, netuid, bought.amount_paid_out)
    ctx.put(storage.SubnetExcessTao, netuid, bought.amount_paid_in)
    record_protocol_inflow(ctx, netuid, bought.amount_paid_in)
    return left


def _add_tao(ctx: Context, netuid: int, tao: int, credit: int) -> int:
    left = spend_tao(ctx, account_id(netuid), credit, tao) if tao else None
    if left is None:
        return credit
    ctx.put(storage.SubnetTaoInEmission, netuid, tao)
    _add(ctx, storage.SubnetTAO, netuid, tao)
    _add(ctx, storage.TotalStake, (), tao)
    record_protocol_inflow(ctx, netuid, tao)
    return left


def _set_alpha_aside(ctx: Context, netuid: int, alpha_out: int, root_sells: bool) -> None:
    """Issue the participants' alpha and split it: the owner's cut, then halves to miners and
    validators.

    Root gets its proportion of the validators' half; it is recycled while root does not sell.
    """
    created = U96F32.to_u64(alpha_out)
    ctx.put(storage.SubnetAlphaOutEmission, netuid, created)
    issue_alpha_to_stakers(ctx, netuid, created)
    if ctx.get(storage.OwnerCutEnabled, netuid):
        cut = U96F32.mul(alpha_out, _owner_cut(ctx))
        alpha_out = U96F32.sub(alpha_out, cut)
        _add(ctx, storage.PendingOwnerCut, netuid, U96F32.to_u64(cut))
    root_alpha = U96F32.mul(U96F32.mul(root_proportion(ctx, netuid), alpha_out), _HALF)
    servers = U96F32.mul(alpha_out, _HALF)
    validators = U96F32.sub(U96F32.sub(alpha_out, servers), root_alpha)
    _add(ctx, storage.PendingServerEmission, netuid, U96F32.to_u64(servers))
    _add(ctx, storage.PendingValidatorEmission, netuid, U96F32.to_u64(validators))
    if root_sells:
        _add(ctx, storage.PendingRootAlphaDivs, netuid, U96F32.to_u64(root_alpha))
    else:
        recycle_subnet_alpha(ctx, netuid, U96F32.to_u64(root_alpha))


def _owner_cut(ctx: Context) -> int:
    cut = U96F32.from_int(ctx.get(storage.SubnetOwnerCut))
    return U96F32.safe_div(cut, U96F32.from_int(_U16_MAX))


def _add(ctx: Context, item: Any, key: Any, amount: int) -> None:
    ctx.mutate(item, key, lambda total: min(total + amount, _U64_MAX))
