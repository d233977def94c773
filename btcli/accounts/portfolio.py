"""Stakes with what they are worth: the pool's present price, not what selling all would give."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from btcli.documents import stake_document
from btcli.output import Result
from btcli.render.stakes import stake_table
from btsdk.units import RAO, Tao

if TYPE_CHECKING:
    from btcli.context import Context
    from btsdk.client import View
    from btsdk.reads.stakes import Stake

Valued = tuple["Stake", Tao, Tao]
"""A stake with the price of one alpha and its own worth."""


def stakes_result(view: View, coldkey: str, *, by_hotkey: bool = False) -> Result:
    """All stakes of a coldkey in one table, or in one for each hotkey."""
    rows = valued_stakes(view, coldkey)
    total = _worth(rows)
    data = {
        "coldkey": coldkey,
        "block": view.number,
        "stakes": [stake_document(*row) for row in rows],
        "total_value_tao": total.decimal(),
    }
    hotkeys = list(dict.fromkeys(stake.hotkey for stake, _, _ in rows))
    if not by_hotkey or len(hotkeys) < 2:
        return Result(data, (stake_table(coldkey, rows, total),))
    pages = [[row for row in rows if row[0].hotkey == hotkey] for hotkey in hotkeys]
    return Result(data, tuple(stake_table(coldkey, page, _worth(page)) for page in pages))


def pages(context: Context) -> bool:
    """Whether a person wants to be stopped between tables: `--prompt`, on a terminal."""
    return context.choices.no_prompt is False and context.asks and sys.stdin.isatty()


def paged(context: Context, result: Result) -> Result:
    """Show all tables but the last, with a question after each; the rest is the result."""
    for block in result.blocks[:-1]:
        context.output.show(block)
        context.ask("Enter shows the next hotkey. ")
    return Result(result.data, result.blocks[-1:])


def valued_stakes(view: View, coldkey: str) -> list[Valued]:
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
    return _worth(valued_stakes(view, coldkey))


def _worth(rows: list[Valued]) -> Tao:
    return sum((value for _, _, value in rows), Tao.from_rao(0))


def _value(stake: Stake, price: Tao) -> Tao:
    return Tao.from_rao(stake.amount.rao * price.rao // RAO)
