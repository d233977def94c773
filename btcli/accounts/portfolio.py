"""Stakes with two values: at the spot price of the pool, and the proceeds of a sale.

A sale moves the price, so it brings less than the value at the spot price. All stakes on one subnet
are sold into the same pool, so a total simulates one sale for each subnet.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypedDict

from btcli.documents import StakeDocument, stake_document
from btcli.output import Result
from btcli.render.stakes import stake_table
from btsdk.units import RAO, Alpha, Tao

if TYPE_CHECKING:
    from btcli.context import Context
    from btsdk.client import View
    from btsdk.reads.stakes import Stake


class Valuation(NamedTuple):
    """`value` is at the spot price. `sale` is the proceeds of a sale; None if the chain cannot
    simulate it."""

    value: Tao
    sale: Tao | None


class Holding(NamedTuple):
    """A stake, the spot price of one alpha, and the value of the stake alone."""

    stake: Stake
    price: Tao
    worth: Valuation


class StakesData(TypedDict):
    """The result of `stake list`."""

    coldkey: str
    block: int
    stakes: list[StakeDocument]
    total_value_tao: str
    total_sale_tao: str | None


def stakes_result(view: View, coldkey: str, *, by_hotkey: bool = False) -> Result:
    """All stakes of a coldkey, in one table or one for each hotkey."""
    rows = holdings(view, coldkey)
    total = worth_of(view, rows)
    data = {
        "coldkey": coldkey,
        "block": view.number,
        "stakes": [stake_document(row) for row in rows],
        "total_value_tao": total.value.decimal(),
        "total_sale_tao": None if total.sale is None else total.sale.decimal(),
    }
    hotkeys = list(dict.fromkeys(row.stake.hotkey for row in rows))
    if not by_hotkey or len(hotkeys) < 2:
        return Result(data, (stake_table(coldkey, rows, total),))
    pages = [[row for row in rows if row.stake.hotkey == hotkey] for hotkey in hotkeys]
    return Result(data, tuple(stake_table(coldkey, page, worth_of(view, page)) for page in pages))


def pages(context: Context) -> bool:
    """Whether to pause between tables: with `--prompt`, on a terminal."""
    return context.choices.no_prompt is False and context.may_prompt and sys.stdin.isatty()


def paged(context: Context, result: Result) -> Result:
    """Show all tables but the last, pausing after each; returns the last as the result."""
    for block in result.blocks[:-1]:
        context.output.show(block)
        context.ask("Press Enter for the next hotkey. ")
    return Result(result.data, result.blocks[-1:])


def holdings(view: View, coldkey: str) -> list[Holding]:
    """The stakes of a coldkey with their values, ordered by subnet."""
    found = sorted(view.stakes(coldkey), key=lambda stake: (stake.netuid, stake.hotkey))
    if not found:
        return []
    prices, nothing = view.prices(), Tao.from_rao(0)
    sales = view.sale_values([stake.amount for stake in found])
    rows = []
    for stake, sale in zip(found, sales, strict=True):
        price = prices.get(stake.netuid, nothing)
        value = Tao.from_rao(stake.amount.rao * price.rao // RAO)
        rows.append(Holding(stake, price, Valuation(value, sale)))
    return rows


def staked_worth(view: View, coldkey: str) -> Valuation:
    """The value of all stakes of a coldkey."""
    return worth_of(view, holdings(view, coldkey))


def worth_of(view: View, rows: Sequence[Holding]) -> Valuation:
    """The value of several stakes together."""
    value = sum((row.worth.value for row in rows), Tao.from_rao(0))
    by_subnet: dict[int, list[Holding]] = {}
    for row in rows:
        by_subnet.setdefault(row.stake.netuid, []).append(row)
    alone = [held[0].worth.sale for held in by_subnet.values() if len(held) == 1]
    together = [
        Alpha.from_rao(sum(row.stake.amount.rao for row in held), netuid)
        for netuid, held in by_subnet.items()
        if len(held) > 1
    ]
    return Valuation(value, total_sale([*alone, *view.sale_values(together)]))


def total_sale(sales: Iterable[Tao | None]) -> Tao | None:
    """The sum; None if one of them is unknown."""
    total = Tao.from_rao(0)
    for sale in sales:
        if sale is None:
            return None
        total += sale
    return total
