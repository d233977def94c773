"""The result of a stake trade, read from its receipt: amounts paid, received and left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btcli.commands.stake.targets import EVERY, Target
from btsdk.events.subtensor import StakeAdded, StakeRemoved
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.tx.operation import Encodable
    from btsdk.tx.receipt import Receipt


@dataclass(frozen=True)
class TradeResult:
    """One trade, fees included on the side that was paid. `alpha` is None for several subnets.

    `left` is the part of the ordered amount that the price limit left untraded, in its unit.
    """

    buying: bool
    tao: Tao
    alpha: Alpha | None
    left: Tao | Alpha | None = None

    def facts(self) -> Iterator[tuple[str, str]]:
        """Labels and values for the terminal."""
        if self.buying:
            yield "staked", f"{self.tao:,} for {self.alpha:,}"
        elif self.alpha is None:
            yield "unstaked", f"for {self.tao:,}"
        else:
            yield "unstaked", f"{self.alpha:,} for {self.tao:,}"
        if self.left:
            label = "not staked" if self.buying else "still staked"
            yield label, f"{self.left:,} (price limit reached)"


def ordered_amounts(call: Encodable) -> list[int | None]:
    """The amount of each trade in a call, in rao and in order; None for a call without one."""
    return list(_amounts(call.name, call.arguments()))


def _amounts(name: str, arguments: dict[str, Any]) -> Iterator[int | None]:
    inner = arguments.get("calls", [arguments["call"]] if "call" in arguments else None)
    if inner is None:
        found = arguments.get("amount_staked", arguments.get("amount_unstaked"))
        yield None if found is None else int(getattr(found, "rao", found))
        return
    for _, nested in inner:
        yield from _amounts(*((nested, {}) if isinstance(nested, str) else nested))


def trades(
    receipt: Receipt, coldkey: str, done: Sequence[tuple[Target, int | None]]
) -> list[TradeResult | None]:
    """The results of the completed trades; `done` gives each target and its ordered amount."""
    bought = [_Event(*_fields(event), buying=True) for event in receipt.find(StakeAdded)]
    sold = [_Event(*_fields(event), buying=False) for event in receipt.find(StakeRemoved)]
    # `unstake_all_alpha` sells, and then buys on root: it is a sale.
    left = [event for event in (sold or bought) if event.coldkey == coldkey]
    return [_claimed(left, target, amount) for target, amount in done]


@dataclass(frozen=True)
class _Event:
    coldkey: str
    hotkey: str
    tao: int
    alpha: int
    netuid: int
    fee: int
    buying: bool


def _fields(event: StakeAdded | StakeRemoved) -> tuple[str, str, int, int, int, int]:
    tao, alpha = event.tao.rao, event.alpha.rao
    return event.coldkey, event.hotkey, tao, alpha, event.netuid, event.fee


def _claimed(events: list[_Event], target: Target, ordered: int | None) -> TradeResult | None:
    """Take the target's first event from the list, or all for every subnet."""
    mine = [
        event
        for event in events
        if event.hotkey == target.hotkey and target.netuid in (EVERY, event.netuid)
    ]
    if not mine:
        return None
    if target.netuid is EVERY:
        for event in mine:
            events.remove(event)
        return TradeResult(False, Tao.from_rao(sum(event.tao for event in mine)), None)
    event = mine[0]
    events.remove(event)
    tao = Tao.from_rao(event.tao)
    # The fee of a sale is alpha on top of the amount sold; that of a purchase is part of the TAO.
    sold = event.alpha if event.buying else event.alpha + event.fee
    alpha = Alpha.from_rao(sold, event.netuid)
    paid: Tao | Alpha = tao if event.buying else alpha
    if ordered is None or ordered <= paid.rao:
        return TradeResult(event.buying, tao, alpha)
    rest = ordered - paid.rao
    left = Tao.from_rao(rest) if event.buying else Alpha.from_rao(rest, event.netuid)
    return TradeResult(event.buying, tao, alpha, left)
