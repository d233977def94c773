"""Stakes with what they are worth: the pool's present price, not what selling all would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.units import RAO, Tao

if TYPE_CHECKING:
    from btsdk.client import View
    from btsdk.reads.stakes import Stake


def valued_stakes(view: View, coldkey: str) -> list[tuple[Stake, Tao, Tao]]:
    """Each stake of a coldkey with price and value, by subnet."""
    found = view.stakes(coldkey)
    if not found:
        return []
    prices = view.prices()
    nothing = Tao.from_rao(0)
    return [
        (stake, prices.get(stake.netuid, nothing), _value(stake, prices.get(stake.netuid, nothing)))
        for stake in sorted(found, key=lambda stake: (stake.netuid, stake.hotkey))
    ]


def staked_value(view: View, coldkey: str) -> Tao:
    """What all stakes of a coldkey are worth."""
    return sum((value for _, _, value in valued_stakes(view, coldkey)), Tao.from_rao(0))


def _value(stake: Stake, price: Tao) -> Tao:
    return Tao.from_rao(stake.amount.rao * price.rao // RAO)
