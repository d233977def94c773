"""The operation that unstakes everything from a hotkey, on every subnet at once."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import StakeAdded, StakeRemoved
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, check_address, trade_event
from btsdk.ops.trading import unstake_quote
from btsdk.reads.prices import Quote
from btsdk.reads.stakes import Stake, stakes
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Encodable
from btsdk.tx.outcome import Expected
from btsdk.units import Tao

__all__ = ["UnstakeAll"]


@dataclass(frozen=True)
class UnstakeAll:
    """Sell all alpha on a hotkey, of every subnet that is open. The TAO goes to the coldkey, or
    with `to_root` to the same hotkey on the root network (whose stake then remains).

    The chain has no price limit for either call. For a limit, use one `RemoveStake` a subnet.
    """

    hotkey: str
    to_root: bool = False

    def __post_init__(self) -> None:
        check_address(self.hotkey, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`unstake_all`, or `unstake_all_alpha`."""
        held = yield from stakes(at, origin)
        sold = [
            stake
            for stake in held
            if stake.hotkey == self.hotkey and not (self.to_root and stake.netuid == ROOT)
        ]
        if not sold:
            raise UsageError(f"{origin} has no stake to sell on {self.hotkey}")
        quotes = yield from gather([unstake_quote(at, stake.amount) for stake in sold])
        effects, expects = self._effects(sold, quotes), self._expects(origin)
        return Draft(self._call(), effects, _WARNINGS, expects=expects)

    def _expects(self, origin: str) -> tuple[Expected, ...]:
        """The expected events; the chain skips stakes that it cannot sell, even if that is all of
        them."""
        if self.to_root:
            return (trade_event(StakeAdded, origin, self.hotkey, ROOT),)
        pair = {"coldkey": ss58.decode(origin), "hotkey": ss58.decode(self.hotkey)}
        return (Expected(StakeRemoved, pair, or_nothing=True),)

    def _call(self) -> Encodable:
        account = ss58.decode(self.hotkey)
        if self.to_root:
            return calls.UnstakeAllAlpha(hotkey=account)
        return calls.UnstakeAll(hotkey=account)

    def _effects(self, sold: list[Stake], quotes: list[Quote | None]) -> tuple[str, ...]:
        effects = [
            f"{stake.amount:,} is unstaked from {self.hotkey} on subnet {stake.netuid}"
            for stake in sold
        ]
        known = [quote.tao for quote in quotes if quote is not None]
        if len(known) == len(sold):
            total = sum(known, Tao.from_rao(0))
            effects.append(f"it returns about {total:,} at current prices")
        if self.to_root:
            effects.append("the proceeds are staked on the same hotkey of the root network")
        return tuple(effects)


_WARNINGS = ("this call has no price limit: it sells at any price",)
