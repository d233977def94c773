"""The operation that buys alpha and burns it at once."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.events.subtensor import AddStakeBurn as Burned
from btsdk.keys import ss58
from btsdk.ops.burn_alpha import ROOT_REFUSAL
from btsdk.ops.checks import (
    ROOT,
    balance_refusals,
    balance_warnings,
    check_tao,
    hotkey_refusals,
    settle_account,
    settle_netuid,
    subnet_refusals,
)
from btsdk.ops.trading import Trade, buying, price_warnings
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected
from btsdk.units import Tao

__all__ = ["StakeBurn"]

_SHORT = "SubtensorModule.NotEnoughBalanceToStake"


@dataclass(frozen=True)
class StakeBurn:
    """Buy alpha of a subnet with TAO and burn it: a buyback. `limit_price` is the highest price
    (TAO for one alpha) after the trade; above it nothing is bought."""

    hotkey: Account
    netuid: int
    amount: Tao
    limit_price: Tao | None = None

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")
        settle_netuid(self)
        check_tao(self.amount)
        if self.limit_price is not None:
            check_tao(self.limit_price, "the limit price")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`add_stake_burn`."""
        hotkey = str(self.hotkey)
        refusals = yield from subnet_refusals(at, self.netuid)
        trade: Trade[Tao] = Trade(self.amount, self.amount, None, looked_at=False)
        if not refusals:
            limit = self.limit_price
            trade = yield from buying(at, self.netuid, self.amount, limit, partial=False)
            refusals = yield from self._refusals(at, origin, hotkey, trade)
        warnings = yield from balance_warnings(at, origin, self.amount)
        warnings += ("the alpha is destroyed: the coldkey gets nothing for its TAO",)
        if self.netuid != ROOT and trade.evaluated:
            warnings += price_warnings(trade.quote, self.limit_price)
        call = calls.AddStakeBurn(
            hotkey=hotkey, netuid=self.netuid, amount=self.amount, limit=self.limit_price
        )
        event = expected(
            Burned, netuid=self.netuid, hotkey=ss58.decode(hotkey), amount=self.amount.rao
        )
        return Draft(
            call,
            self._effects(trade),
            warnings,
            spends=self.amount,
            expects=(event,),
            refusals=refusals,
            if_short=_SHORT,
        )

    def _refusals(
        self, at: BlockContext, origin: str, hotkey: str, trade: Trade[Tao]
    ) -> Program[tuple[Refusal, ...]]:
        if trade.refusal is not None:
            return (trade.refusal,)
        found = yield from balance_refusals(at, origin, self.amount, _SHORT)
        found = found or (yield from hotkey_refusals(at, hotkey))
        return found or ((ROOT_REFUSAL,) if self.netuid == ROOT else ())

    def _effects(self, trade: Trade[Tao]) -> tuple[str, ...]:
        effects = [f"{self.amount:,} buys alpha of subnet {self.netuid}, which is burned"]
        if trade.quote is not None and trade.refusal is None:
            effects.append(
                f"about {trade.quote.alpha:,} is burned, at {trade.quote.price:,} for one alpha"
            )
        if self.limit_price is not None:
            effects.append(f"at most {self.limit_price:,} for one alpha; otherwise nothing happens")
        return tuple(effects)
