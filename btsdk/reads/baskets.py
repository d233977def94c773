"""Baskets of validators: the alpha of many subnets that root stake earns, on chains that have them.

They came after spec version 425; other chains refuse these reads by name (`IncompatibleItem`).
Shares are the chain's integers: what a basket is worth is divided by them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from btsdk.apis import beta_basket as api
from btsdk.keys import ss58
from btsdk.reads.accounts import address_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import call_api
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.descriptors.inputs import Account


@dataclass(frozen=True)
class BasketAsset:
    """What a basket holds of one subnet: at the spot price, and what a sale would give now."""

    amount: Alpha
    spot_value: Tao
    value: Tao


@dataclass(frozen=True)
class Basket:
    """The basket of one validator. `value` is what a sale of all holdings would give now,
    `deposited` and `redeemed` are sums over its life."""

    hotkey: str
    value: Tao
    spot_value: Tao
    shares: int
    deposited: Tao
    redeemed: Tao
    holdings: tuple[BasketAsset, ...]


@dataclass(frozen=True)
class BasketShare:
    """What a coldkey may claim from one basket: its shares, and what a claim would pay now."""

    hotkey: str
    shares: int
    value: Tao


@dataclass(frozen=True)
class BasketTrading:
    """Whether a validator may trade in its basket, and how much: `available` of a `budget` that
    fills again in `refill_blocks` blocks."""

    enabled: bool
    frozen: bool
    available: Tao
    budget: Tao
    refill_blocks: int


def basket(at: BlockContext, hotkey: Account) -> Program[Basket]:
    """The basket of a validator; an empty one if it has none."""
    found = yield from call_api(at, api.get_validator_basket_summary, address_of(hotkey))
    return _basket(found)


def baskets(at: BlockContext) -> Program[list[Basket]]:
    """The baskets of all validators that have one."""
    found = yield from call_api(at, api.get_all_validator_baskets)
    return [_basket(summary) for summary in found]


def basket_shares(at: BlockContext, coldkey: Account) -> Program[list[BasketShare]]:
    """What a coldkey may claim, from each basket."""
    found = yield from call_api(at, api.get_root_basket_positions, address_of(coldkey))
    return [
        BasketShare(ss58.encode(hotkey), shares, Tao.from_rao(rao)) for hotkey, shares, rao in found
    ]


def basket_trading(at: BlockContext, hotkey: Account) -> Program[BasketTrading]:
    """What a validator may trade in its basket now."""
    found = yield from call_api(at, api.get_basket_trading_status, address_of(hotkey))
    return BasketTrading(
        found["enabled"],
        found["frozen"],
        Tao.from_rao(found["tao_available"]),
        Tao.from_rao(found["budget_tao"]),
        found["refill_blocks"],
    )


def _basket(found: v.BasketSummary) -> Basket:
    return Basket(
        ss58.encode(found["hotkey"]),
        Tao.from_rao(found["nav_tao"]),
        Tao.from_rao(found["spot_nav_tao"]),
        found["shares"],
        Tao.from_rao(found["deposited_tao"]),
        Tao.from_rao(found["redeemed_tao"]),
        tuple(
            BasketAsset(
                Alpha.from_rao(one["alpha"], one["netuid"]),
                Tao.from_rao(one["spot_tao"]),
                Tao.from_rao(one["realizable_tao"]),
            )
            for one in found["holdings"]
        ),
    )
