"""Taking stake back from a hotkey of a subnet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import StakeRemoved
from btsdk.keys import ss58
from btsdk.ops.checks import (
    ROOT,
    check_address,
    check_alpha,
    check_netuid,
    check_tao,
    price_warnings,
    subnet_warnings,
    trade_event,
    unstake_quote,
)
from btsdk.reads.prices import Quote
from btsdk.reads.stakes import stake
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.tx.operation import Draft, Encodable
from btsdk.units import Alpha, Tao


@dataclass(frozen=True)
class RemoveStake:
    """Unstake alpha and sell it for TAO, which goes to the coldkey.

    `limit_price` is the least TAO that one alpha may give when the trade is done; below it nothing
    is unstaked, or with `allow_partial` only what fits. `amount="all"` takes everything that is
    there when the block is made.
    """

    hotkey: str
    netuid: int
    amount: Alpha | Literal["all"]
    limit_price: Tao | None = None
    allow_partial: bool = False

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")
        check_netuid(self.netuid)
        if self.amount != "all":
            check_alpha(self.amount, self.netuid)
        if self.limit_price is not None:
            check_tao(self.limit_price, "the limit price")
        if self.allow_partial and (self.limit_price is None or self.amount == "all"):
            raise UsageError("partial filling needs an amount and a limit price")

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """`remove_stake`, `remove_stake_limit`, or `remove_stake_full_limit` for all."""
        held = yield from stake(at, origin, self.hotkey, self.netuid)
        amount = held if isinstance(self.amount, str) else self.amount
        if not amount:
            raise UsageError(f"{origin} has no stake on {self.hotkey} on subnet {self.netuid}")
        warnings = yield from subnet_warnings(at, self.netuid)
        if held < amount:
            warnings += (f"the stake there is {held}, and this takes {amount}",)
        quote = None if warnings else (yield from unstake_quote(at, amount))
        if self.netuid != ROOT and not warnings:
            warnings += price_warnings(quote, self.limit_price)
        expects = (trade_event(StakeRemoved, origin, self.hotkey, self.netuid),)
        return Draft(self._call(amount), self._effects(amount, quote), warnings, expects=expects)

    def _call(self, amount: Alpha) -> Encodable:
        hotkey = ss58.decode(self.hotkey)
        if self.amount == "all":
            return calls.RemoveStakeFullLimit(
                hotkey=hotkey, netuid=self.netuid, limit_price=self.limit_price
            )
        if self.limit_price is None or self.netuid == ROOT:
            return calls.RemoveStake(hotkey=hotkey, netuid=self.netuid, amount_unstaked=amount)
        return calls.RemoveStakeLimit(
            hotkey=hotkey,
            netuid=self.netuid,
            amount_unstaked=amount,
            limit_price=self.limit_price,
            allow_partial=self.allow_partial,
        )

    def _effects(self, amount: Alpha, quote: Quote | None) -> tuple[str, ...]:
        effects = [f"{amount} is unstaked from {self.hotkey} on subnet {self.netuid}"]
        if quote is not None:
            effects.append(f"it gives about {quote.tao} at {quote.price} for one alpha")
        if self.limit_price is not None:
            part = "the rest stays" if self.allow_partial else "otherwise nothing is unstaked"
            effects.append(f"at least {self.limit_price} for one alpha; {part}")
        return tuple(effects)
