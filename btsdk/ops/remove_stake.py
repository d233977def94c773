"""The operation that unstakes from a hotkey of a subnet."""

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
    check_tao,
    no_subnet,
    settle_netuid,
    subnet_refusals,
    trade_event,
)
from btsdk.ops.trading import Trade, price_warnings, selling
from btsdk.reads.stakes import stake
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.units import Alpha, Tao

__all__ = ["RemoveStake"]


@dataclass(frozen=True)
class RemoveStake:
    """Unstake alpha and sell it for TAO, which goes to the coldkey.

    `limit_price` is the lowest price (TAO for one alpha) after the trade. Below it nothing is
    unstaked, or with `allow_partial` only the amount that fits. `amount="all"` unstakes everything
    that is staked at execution.
    """

    hotkey: str
    netuid: int
    amount: Alpha | Literal["all"]
    limit_price: Tao | None = None
    allow_partial: bool = False

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")
        settle_netuid(self)
        if self.amount != "all":
            check_alpha(self.amount, self.netuid)
        if self.limit_price is not None:
            check_tao(self.limit_price, "the limit price")
        if self.allow_partial and (self.limit_price is None or self.amount == "all"):
            raise UsageError("partial filling needs an amount and a limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`remove_stake`, `remove_stake_limit`, or `remove_stake_full_limit` for all."""
        held = yield from stake(at, origin, self.hotkey, self.netuid)
        amount = held if isinstance(self.amount, str) else self.amount
        if not amount:
            raise UsageError(f"{origin} has no stake on {self.hotkey} on subnet {self.netuid}")
        refusals = yield from self._refusals(at, held, amount)
        trade: Trade[Alpha] = Trade(amount, amount, None, looked_at=False)
        warnings: tuple[str, ...] = ()
        if held < amount and not refusals:
            warnings = (f"the stake there is {held:,}, and this takes {amount:,}",)
        elif not refusals:
            limit, partial = self.limit_price, self.allow_partial
            trade = yield from selling(at, amount, held, limit, partial=partial)
            refusals = () if trade.refusal is None else (trade.refusal,)
        if self.netuid != ROOT and trade.evaluated:
            warnings += price_warnings(trade.quote, self.limit_price)
        return Draft(
            self._call(amount),
            self._effects(trade),
            warnings,
            expects=(trade_event(StakeRemoved, origin, self.hotkey, self.netuid),),
            refusals=refusals,
        )

    def _refusals(
        self, at: BlockContext, held: Alpha, amount: Alpha
    ) -> Program[tuple[Refusal, ...]]:
        """Why the chain would refuse. Without a limit the chain checks that the subnet is open, and
        caps the amount at the stake; with a limit it does neither."""
        if not self._is_limited():
            return (yield from subnet_refusals(at, self.netuid))
        if not (yield from subnet_exists(at, self.netuid)):
            return (no_subnet(self.netuid),)
        if held < amount:
            reason = f"the stake there is {held:,}, and this takes {amount:,}"
            return (Refusal("SubtensorModule.NotEnoughStakeToWithdraw", reason),)
        return ()

    def _is_limited(self) -> bool:
        everywhere = self.amount == "all" or self.netuid != ROOT
        return self.limit_price is not None and everywhere

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

    def _effects(self, trade: Trade[Alpha]) -> tuple[str, ...]:
        effects = [f"{trade.traded:,} is unstaked from {self.hotkey} on subnet {self.netuid}"]
        if trade.stays:
            effects.append(
                f"{trade.stays:,} of {trade.wanted:,} stays staked: the price limit lets no more "
                "through"
            )
        if trade.quote is not None and trade.refusal is None:
            got, price = trade.quote.tao, trade.quote.price
            effects.append(f"it gives about {got:,} at {price:,} for one alpha")
        if self.limit_price is not None:
            part = "the rest stays" if self.allow_partial else "otherwise nothing is unstaked"
            effects.append(f"at least {self.limit_price:,} for one alpha; {part}")
        return tuple(effects)
