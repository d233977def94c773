"""The pools between TAO and each subnet's alpha."""

from __future__ import annotations

from chain_spec.declare import Call, Constant, Error, Event, Map, Pallet, identity, twox_64_concat
from chain_spec.types import BoundedBytes, boolean, i64, u16, u64
from chain_spec.types.frame import PalletId
from chain_spec.types.labels import AccountId
from chain_spec.types.substrate import NonZeroU64
from chain_spec.types.subtensor import Balancer, PositionId, TickIndex
from chain_spec.types.units import AlphaBalance, NetUid


class storage:
    FeeRate = Map(twox_64_concat(NetUid), u16, default=33)
    SwapBalancer = Map(twox_64_concat(NetUid), Balancer, default={"quote": 500_000_000_000_000_000})
    PalSwapInitialized = Map(twox_64_concat(NetUid), boolean)
    HasMigrationRun = Map(identity(BoundedBytes(128)), boolean)
    ScrapReservoirAlpha = Map(twox_64_concat(NetUid), AlphaBalance)


class calls:
    set_fee_rate = Call(0, netuid=NetUid, rate=u16)
    add_liquidity = Call(
        1, hotkey=AccountId, netuid=NetUid, tick_low=TickIndex, tick_high=TickIndex, liquidity=u64
    )
    remove_liquidity = Call(2, hotkey=AccountId, netuid=NetUid, position_id=PositionId)
    modify_position = Call(
        3, hotkey=AccountId, netuid=NetUid, position_id=PositionId, liquidity_delta=i64
    )
    toggle_user_liquidity = Call(4, netuid=NetUid, enable=boolean)
    disable_lp = Call(5)


class events:
    FeeRateSet = Event(0, netuid=NetUid, rate=u16)


class errors:
    FeeRateTooHigh = Error(0, "The fee rate is above the maximum.")
    InsufficientInputAmount = Error(1, "The amount is too small to be swapped.")
    InsufficientLiquidity = Error(2, "The pool is too small for this amount; lower it.")
    PriceLimitExceeded = Error(3, "The price is past your limit already; widen it.")
    InsufficientBalance = Error(4, "The account has too little to pay with.")
    InvalidTickRange = Error(5, "The price range of the position is empty or out of bounds.")
    InvalidLiquidityValue = Error(6, "The liquidity is too little, or none.")
    ReservesTooLow = Error(
        7, "The pool's reserves would fall below their minimum; lower the amount."
    )
    MechanismDoesNotExist = Error(8, "There is no subnet of this netuid, or it has no pool.")
    SubtokenDisabled = Error(
        9, "The subnet's token is not enabled yet: its owner must make the start call."
    )
    ReservesOutOfBalance = Error(10, "The reserves are too uneven for any weights of the pool.")
    SwapInputTooLarge = Error(11, "The amount is too large for the pool; split it.")
    Deprecated = Error(12, "This call no longer does anything.")


class constants:
    ProtocolId = Constant(PalletId, b"ten/swap")
    MaxFeeRate = Constant(u16, 10_000)
    MinimumLiquidity = Constant(u64, 1000)
    MinimumReserve = Constant(NonZeroU64, 1_000_000)


pallet = Pallet(
    "Swap",
    28,
    crate="pallet_subtensor_swap::pallet",
    storage=storage,
    calls=calls,
    events=events,
    errors=errors,
    constants=constants,
)
