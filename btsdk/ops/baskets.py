"""The operations on validators' baskets, on chains that have them (after spec version 425)."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.errors import UsageError
from btsdk.integers import NETUID_MAX, settle
from btsdk.ops.checks import (
    balance_refusals,
    balance_warnings,
    check_alpha,
    check_tao,
    hotkey_refusals,
    own_hotkey_refusals,
    settle_account,
    settle_netuid,
)
from btsdk.reads.baskets import basket_shares, basket_trading
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.units import Alpha, Tao

__all__ = ["ClaimBasket", "StakeIntoBasket", "SwapBasket"]

_SHORT = "SubtensorModule.NotEnoughBalanceToStake"


@dataclass(frozen=True)
class StakeIntoBasket:
    """Pay TAO into the basket of a root validator, for shares of it; `ClaimBasket` redeems them."""

    hotkey: Account
    amount: Tao

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        check_tao(self.amount)

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`stake_into_basket`."""
        hotkey = str(self.hotkey)
        call = calls.StakeIntoBasket(hotkey=hotkey, amount_staked=self.amount)
        call.require(at.metadata)
        refusals = yield from hotkey_refusals(at, hotkey)
        refusals += yield from balance_refusals(at, origin, self.amount, _SHORT)
        warnings = yield from balance_warnings(at, origin, self.amount)
        effects = (
            f"{self.amount:,} is paid into the basket of {hotkey}",
            "the shares are worth what the chain can buy for it, after fees and price changes",
        )
        return Draft(
            call, effects, warnings, spends=self.amount, refusals=refusals, if_short=_SHORT
        )


@dataclass(frozen=True)
class ClaimBasket:
    """Redeem all shares of one validator's basket for TAO, which becomes root stake."""

    hotkey: Account

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`claim_root_with_hotkey`."""
        hotkey = str(self.hotkey)
        call = calls.ClaimRootWithHotkey(hotkey=hotkey)
        call.require(at.metadata)
        shares = yield from basket_shares(at, origin)
        mine = next((one for one in shares if one.hotkey == hotkey), None)
        if mine is None:
            effect, warnings = "nothing is claimed", (f"{origin} has no shares of it",)
            return Draft(call, (effect,), warnings)
        effect = f"{mine.shares:,} shares of the basket of {hotkey} are redeemed"
        return Draft(call, (effect, f"they pay about {mine.value:,} now"))


@dataclass(frozen=True)
class SwapBasket:
    """Sell what the own basket holds of one subnet for alpha of another; root is 0, where it holds
    TAO. `least` is the least amount to receive, in alpha of `to_netuid`; below it nothing
    happens."""

    hotkey: Account
    netuid: int
    to_netuid: int
    amount: Alpha
    least: Alpha

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        settle(self, "to_netuid", 0, NETUID_MAX)
        check_alpha(self.amount, self.netuid)
        check_alpha(self.least, self.to_netuid)
        if self.netuid == self.to_netuid:
            raise UsageError("a swap is between two subnets")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`swap_basket`."""
        hotkey = str(self.hotkey)
        call = calls.SwapBasket(
            hotkey=hotkey,
            origin_netuid=self.netuid,
            destination_netuid=self.to_netuid,
            amount=self.amount,
            min_amount_out=self.least.rao,
        )
        call.require(at.metadata)
        refusals = yield from own_hotkey_refusals(at, hotkey, origin)
        state = yield from basket_trading(at, hotkey)
        if not state.enabled:
            reason = "trading in baskets is switched off"
            refusals += (Refusal("SubtensorModule.BasketTradingDisabled", reason),)
        elif state.frozen:
            reason = f"trading in the basket of {hotkey} is frozen"
            refusals += (Refusal("SubtensorModule.BasketTradingFrozen", reason),)
        effects = (
            f"the basket of {hotkey} sells {self.amount:,} of subnet {self.netuid} for alpha of "
            f"subnet {self.to_netuid}",
            f"it receives at least {self.least:,}; otherwise nothing is sold",
            f"it may trade {state.available:,} of {state.budget:,} now",
        )
        return Draft(call, effects, refusals=refusals)
