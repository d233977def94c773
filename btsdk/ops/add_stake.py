"""The operation that stakes TAO on a hotkey of a subnet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import StakeAdded
from btsdk.keys import ss58
from btsdk.ops.checks import (
    ROOT,
    balance_refusals,
    balance_warnings,
    check_address,
    check_tao,
    settle_netuid,
    subnet_refusals,
    trade_event,
)
from btsdk.ops.trading import Trade, buying, price_warnings
from btsdk.reads.balances import balance, existential_deposit
from btsdk.reads.neurons import owner
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable, Refusal
from btsdk.units import Tao

__all__ = ["AddStake"]

FEE_RESERVE = Tao.from_rao(5_000_000)
"""TAO kept back for the fee when all is staked: several times the usual fee."""


def even_share(at: BlockContext, origin: str, parts: int) -> Program[Tao]:
    """The TAO for each of `parts` stakes when all stakeable TAO is divided evenly.

    The existential deposit and `FEE_RESERVE` for each part are kept back. Raises `UsageError` if
    nothing is left to stake.
    """
    held = yield from balance(at, origin)
    kept = existential_deposit(at) + FEE_RESERVE * parts
    if held.transferable.rao < kept.rao + parts:
        raise UsageError(f"{held.transferable:,} is too little to stake and pay the fee")
    return (held.transferable - kept) // parts


@dataclass(frozen=True)
class AddStake:
    """Buy alpha of a subnet with TAO, and stake it on a hotkey.

    `limit_price` is the highest price (TAO for one alpha) after the trade. Above it nothing is
    staked, or with `allow_partial` only the amount that fits. The root network has no price.
    `amount="all"` stakes the transferable balance, less the existential deposit and a reserve for
    the fee.
    """

    hotkey: str
    netuid: int
    amount: Tao | Literal["all"]
    limit_price: Tao | None = None
    allow_partial: bool = False

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")
        settle_netuid(self)
        if self.amount != "all":
            check_tao(self.amount)
        if self.limit_price is not None:
            check_tao(self.limit_price, "the limit price")
        elif self.allow_partial:
            raise UsageError("partial filling needs a limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`add_stake`, or `add_stake_limit` where a price limit is set."""
        amount = yield from self._amount(at, origin)
        refusals = yield from subnet_refusals(at, self.netuid)
        trade: Trade[Tao] = Trade(amount, amount, None, looked_at=False)
        if not refusals:
            limit, partial = self.limit_price, self.allow_partial
            trade = yield from buying(at, self.netuid, amount, limit, partial=partial)
            refusals = yield from self._refusals(at, origin, trade)
        warnings = yield from balance_warnings(at, origin, trade.traded)
        if self.netuid != ROOT and trade.evaluated:
            warnings += price_warnings(trade.quote, self.limit_price)
        return Draft(
            self._call(amount),
            self._effects(trade),
            warnings,
            spends=trade.traded,
            expects=(trade_event(StakeAdded, origin, self.hotkey, self.netuid),),
            refusals=refusals,
            if_short=_SHORT,
        )

    def _refusals(
        self, at: BlockContext, origin: str, trade: Trade[Tao]
    ) -> Program[tuple[Refusal, ...]]:
        if trade.refusal is not None:
            return (trade.refusal,)
        found = yield from balance_refusals(at, origin, trade.traded, _SHORT)
        if not found and (yield from owner(at, self.hotkey)) is None:
            reason = f"no coldkey has registered the hotkey {self.hotkey}"
            found = (Refusal("SubtensorModule.HotKeyAccountNotExists", reason),)
        return found

    def _amount(self, at: BlockContext, origin: str) -> Program[Tao]:
        if isinstance(self.amount, Tao):
            return self.amount
        return (yield from even_share(at, origin, 1))

    def _call(self, amount: Tao) -> Encodable:
        hotkey = ss58.decode(self.hotkey)
        if self.limit_price is None or self.netuid == ROOT:
            return calls.AddStake(hotkey=hotkey, netuid=self.netuid, amount_staked=amount)
        return calls.AddStakeLimit(
            hotkey=hotkey,
            netuid=self.netuid,
            amount_staked=amount,
            limit_price=self.limit_price,
            allow_partial=self.allow_partial,
        )

    def _effects(self, trade: Trade[Tao]) -> tuple[str, ...]:
        effects = [f"{trade.traded:,} is staked on {self.hotkey} on subnet {self.netuid}"]
        if trade.stays:
            effects.append(
                f"{trade.stays:,} of {trade.wanted:,} stays in the coldkey: the price limit lets "
                "no more through"
            )
        if trade.quote is not None and trade.refusal is None:
            got, price = trade.quote.alpha, trade.quote.price
            effects.append(f"it gives about {got:,} at {price:,} for one alpha")
        if self.limit_price is not None and self.netuid != ROOT:
            part = "the rest stays" if self.allow_partial else "otherwise nothing is staked"
            effects.append(f"at most {self.limit_price:,} for one alpha; {part}")
        return tuple(effects)


_SHORT = "SubtensorModule.NotEnoughBalanceToStake"
