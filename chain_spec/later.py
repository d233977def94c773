"""What Subtensor has added after 425, as far as its sources show it: for clients of newer chains.

No chain of this project has these items. The SDK's descriptors are made of them as of all others,
and offered where the live metadata has them in this shape (`extended`). A client finds a call by
its name, so no index of a call is declared here.
"""

from __future__ import annotations

from itertools import count
from typing import Any

from chain_spec.declare import (
    Api,
    Call,
    Map,
    Method,
    Pallet,
    Value,
    blake2_128_concat,
    identity,
)
from chain_spec.runtime import Interface, with_parts
from chain_spec.types import (
    BoundedVec,
    Option,
    Tuple,
    Type,
    Unit,
    Vec,
    boolean,
    enum,
    i128,
    struct,
    u8,
    u16,
    u32,
    u64,
)
from chain_spec.types.labels import AccountId
from chain_spec.types.rpc_info import ProxyFilterInfo
from chain_spec.types.substrate import H256, AccountId32
from chain_spec.types.units import I96F32, U64F64, AlphaBalance, NetUid, TaoBalance

_free = count(200)
_MODULE = "pallet_subtensor::pallet"
_INFO = "pallet_subtensor::rpc_info::basket_info"

ConsensusMode = enum(f"{_MODULE}::ConsensusMode", Current=0, Previous=1, Auto=2)
EpochConsensus = enum(f"{_MODULE}::EpochConsensus", Yuma=0, Null=1)
MinerCollateralState = struct(
    f"{_MODULE}::MinerCollateralState",
    locked=AlphaBalance,
    drain_ratio=U64F64,
    min_locked=AlphaBalance,
    earned=AlphaBalance,
)
BasketHolding = struct(
    f"{_INFO}::BasketHolding",
    netuid=NetUid,
    alpha=AlphaBalance,
    spot_tao=TaoBalance,
    realizable_tao=TaoBalance,
)
BasketSummary = struct(
    f"{_INFO}::BasketSummary",
    hotkey=AccountId32,
    nav_tao=TaoBalance,
    spot_nav_tao=TaoBalance,
    shares=u64,
    deposited_tao=TaoBalance,
    redeemed_tao=TaoBalance,
    holdings=Vec(BasketHolding),
).of(AccountId=AccountId32)
BasketPosition = struct(
    f"{_INFO}::BasketPosition",
    hotkey=AccountId32,
    beta=u64,
    beta_total=u64,
    nav_tao=TaoBalance,
    value_tao=TaoBalance,
    spot_value_tao=TaoBalance,
).of(AccountId=AccountId32)
BasketTradingStatus = struct(
    f"{_INFO}::BasketTradingStatus",
    enabled=boolean,
    frozen=boolean,
    refill_blocks=u64,
    tao_available=TaoBalance,
    budget_tao=TaoBalance,
)
BetaPricing = struct(
    f"{_INFO}::BetaPricing",
    hotkey=AccountId32,
    spot_price=U64F64,
    display_price=U64F64,
    stake_price=U64F64,
    staker_yield=U64F64,
    staker_twr=U64F64,
    bag_index=U64F64,
    stake_index=U64F64,
    first_block=u64,
    provisional=boolean,
    spot_nav_tao=TaoBalance,
    shares=u64,
    display_shares=U64F64,
).of(AccountId=AccountId32)
BetaPosition = struct(
    f"{_INFO}::BetaPosition",
    hotkey=AccountId32,
    beta=u64,
    display_beta=U64F64,
    display_price=U64F64,
    value_tao=TaoBalance,
    spot_value_tao=TaoBalance,
    provisional=boolean,
).of(AccountId=AccountId32)


def later(**args: Type[Any]) -> Call:
    """A call whose index is not declared; it gets a free one."""
    return Call(next(_free), **args)


class subtensor_calls:
    transfer_stake_and_hotkey = later(
        destination_coldkey=AccountId,
        origin_hotkey=AccountId,
        destination_hotkey=AccountId,
        origin_netuid=NetUid,
        destination_netuid=NetUid,
        alpha_amount=AlphaBalance,
    )
    add_collateral = later(
        netuid=NetUid, hotkey=AccountId, alpha=AlphaBalance, limit_price=TaoBalance
    )
    set_min_collateral = later(netuid=NetUid, hotkey=AccountId, min_locked=AlphaBalance)
    move_stake_limit = later(
        origin_hotkey=AccountId,
        destination_hotkey=AccountId,
        origin_netuid=NetUid,
        destination_netuid=NetUid,
        alpha_amount=AlphaBalance,
        limit_price=TaoBalance,
        allow_partial=boolean,
    )
    claim_root_with_hotkey = later(hotkey=AccountId)
    stake_into_basket = later(hotkey=AccountId, amount_staked=TaoBalance)
    swap_basket = later(
        hotkey=AccountId,
        origin_netuid=NetUid,
        destination_netuid=NetUid,
        amount=AlphaBalance,
        min_amount_out=u64,
    )
    swap_basket_many = later(
        hotkey=AccountId, legs=BoundedVec(Tuple(NetUid, NetUid, AlphaBalance, u64))
    )


_BY_HOTKEY = blake2_128_concat(AccountId32)


class subtensor_storage:
    BasketClaimForfeitCapTao = Value(u64)
    BasketClaimRowDustBps = Value(u16)
    BasketClaimRowDustCapTao = Value(u64)
    BasketClaimSliceDustTao = Value(u64)
    BasketClaimed = Map((_BY_HOTKEY, blake2_128_concat(AccountId32)), i128)
    BasketConcentrationCap = Value(u16)
    BasketDailyTurnoverCap = Value(u16)
    BasketDepositedTao = Map(_BY_HOTKEY, TaoBalance)
    BasketLiquidityCap = Value(u16)
    BasketLiquidityUsed = Map((_BY_HOTKEY, identity(NetUid)), Tuple(u64, u64), optional=True)
    BasketMinTradeTao = Value(u64)
    BasketRate = Map(_BY_HOTKEY, I96F32)
    BasketRedeemedTao = Map(_BY_HOTKEY, TaoBalance)
    BasketShares = Map(_BY_HOTKEY, u64)
    BasketTradeBucket = Map(_BY_HOTKEY, Tuple(u64, u64), optional=True)
    BasketTradingEnabled = Value(boolean)
    BasketTradingFrozen = Map(_BY_HOTKEY, Unit, optional=True)
    BasketTwr = Map(_BY_HOTKEY, U64F64)
    CollateralDrainRatio = Map(identity(NetUid), U64F64)
    CollateralLockShare = Map(identity(NetUid), u16)
    ColdkeyCollateralHotkeys = Map(
        (identity(NetUid), blake2_128_concat(AccountId32)), BoundedVec(AccountId32)
    )
    ColdkeyMinerCollateral = Map((identity(NetUid), blake2_128_concat(AccountId32)), AlphaBalance)
    MinerCollateral = Map(
        (identity(NetUid), _BY_HOTKEY, blake2_128_concat(AccountId32)),
        MinerCollateralState,
        optional=True,
    )
    RootStakeUnlockInterval = Value(u64)
    SubnetEpochConsensus = Map(identity(NetUid), EpochConsensus)
    TotalVotingPower = Map(identity(NetUid), u64)


class admin_calls:
    sudo_set_activity_cutoff_factor = later(netuid=NetUid, factor_milli=u32)
    sudo_set_basket_claim_dust = later(
        row_cap_rao=u64, row_bps=u16, slice_rao=u64, forfeit_cap_rao=u64
    )
    sudo_set_basket_concentration_cap = later(cap=u16)
    sudo_set_basket_daily_turnover_cap = later(cap=u16)
    sudo_set_basket_liquidity_cap = later(cap=u16)
    sudo_set_basket_min_trade_tao = later(min_trade_rao=u64)
    sudo_set_basket_trading_enabled = later(enabled=boolean)
    sudo_set_basket_trading_frozen = later(hotkey=AccountId, frozen=boolean)
    sudo_set_collateral_drain_ratio = later(netuid=NetUid, drain_ratio=U64F64)
    sudo_set_collateral_lock_share = later(netuid=NetUid, lock_share=u16)
    sudo_set_emission_bar_quantile = later(quantile=U64F64)
    sudo_set_emission_bar_rank = later(rank=u16)
    sudo_set_emission_gate_exponent = later(exponent=U64F64)
    sudo_set_epoch_consensus = later(netuid=NetUid, mode=EpochConsensus)
    sudo_set_liquid_alpha_consensus_mode = later(netuid=NetUid, mode=ConsensusMode)
    sudo_trim_null_uids_batch = later(netuid=NetUid, target=u16)


class order_calls:
    prune_linked_output = later(order_id=H256)


PARTS = (
    Pallet(
        "SubtensorModule",
        7,
        crate="pallet_subtensor",
        storage=subtensor_storage,
        calls=subtensor_calls,
    ),
    Pallet("AdminUtils", 19, crate="pallet_admin_utils", calls=admin_calls),
    Pallet("LimitOrders", 32, crate="pallet_limit_orders", calls=order_calls),
)


class BetaBasketRuntimeApi:
    get_root_basket_owed = Method(TaoBalance, coldkey=AccountId32)
    get_basket_payout = Method(TaoBalance, hotkey=AccountId32, coldkey=AccountId32)
    get_validator_basket_nav = Method(TaoBalance, hotkey=AccountId32)
    get_validator_basket = Method(Vec(Tuple(NetUid, AlphaBalance, TaoBalance)), hotkey=AccountId32)
    get_root_basket_total_nav = Method(TaoBalance)
    get_validator_basket_summary = Method(BasketSummary, hotkey=AccountId32)
    get_all_validator_baskets = Method(Vec(BasketSummary))
    get_root_basket_positions = Method(
        Vec(Tuple(AccountId32, u64, TaoBalance)), coldkey=AccountId32
    )
    get_basket_position = Method(Option(BasketPosition), hotkey=AccountId32, coldkey=AccountId32)
    get_root_basket_portfolio = Method(Vec(BasketPosition), coldkey=AccountId32)
    get_basket_trading_status = Method(BasketTradingStatus, hotkey=AccountId32)
    get_beta_pricing = Method(Option(BetaPricing), hotkey=AccountId32)
    get_beta_position = Method(Option(BetaPosition), hotkey=AccountId32, coldkey=AccountId32)
    get_beta_portfolio = Method(Vec(BetaPosition), coldkey=AccountId32)


def more(api: str, **methods: Method[Any]) -> Api:
    """Further methods of an API of the base."""
    return Api(type(api, (), methods), version=1)


api = Api(BetaBasketRuntimeApi, version=1)
APIS = (
    api,
    more("SubnetInfoRuntimeApi", get_block_emission=Method(TaoBalance)),
    more(
        "ProxyFilterRuntimeApi",
        get_proxy_filters=Method(Vec(ProxyFilterInfo), proxy_types=Option(Vec(u8))),
    ),
)


def extended(interface: Interface) -> Interface:
    """An interface with the later items; its calls have other indices than those of any chain."""
    apis = dict(interface.apis)
    for part in APIS:
        known = apis.get(part.name)
        apis[part.name] = part if known is None else known.extended(part)
    pallets = with_parts(interface.pallets.values(), PARTS)
    return Interface(interface.profile, interface.features, pallets, tuple(apis.values()))


def names() -> frozenset[str]:
    """The full names of all later items."""
    found = set()
    for part in PARTS:
        found |= {f"{part.name}.{name}" for name in (*part.calls, *part.storage)}
    for one in APIS:
        found |= {f"{one.name}.{name}" for name in one.methods}
    return frozenset(found)
