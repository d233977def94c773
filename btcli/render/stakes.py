"""Tables of stakes and trades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from btcli.render.blocks import Table
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btcli.accounts.portfolio import Holding, Valuation
    from btcli.commands.stake.trades import TradePart


def stake_table(coldkey: str, rows: Sequence[Holding], total: Valuation) -> Table:
    """A row for each stake, and the totals at spot prices and if sold."""
    cells = [
        (
            str(stake.netuid),
            stake.hotkey,
            f"{stake.amount:,.4}",
            f"{price:,.6}",
            f"{worth.value:,.4}",
            sale_cell(worth.sale),
            "yes" if stake.registered else "no",
        )
        for stake, price, worth in rows
    ]
    if len(rows) > 1:
        cells.append(("all", "", "", "", f"{total.value:,.4}", sale_cell(total.sale), ""))
    return Table(
        ("subnet", "hotkey", "stake", "price", "value", "if sold", "registered"),
        cells,
        title=f"Stakes of {coldkey}",
        right=frozenset({"subnet", "stake", "price", "value", "if sold"}),
        spare=("registered", "price"),
        empty=f"{coldkey} has no stake.",
    )


def sale_cell(sale: Tao | None) -> str:
    """The proceeds of a sale, for a cell of a table."""
    return "?" if sale is None else f"{sale:,.4}"


def part_table(parts: Sequence[TradePart], stakes: Sequence[Alpha | None]) -> Table:
    """A row for each of several trades, with its outcome and the stake after it."""
    return Table(
        ("subnet", "hotkey", "outcome", "TAO", "alpha", "stake now"),
        [
            (
                "every" if part.target.netuid is None else str(part.target.netuid),
                part.target.hotkey,
                _outcome(part),
                "" if part.traded is None else f"{part.traded.tao:,}",
                "" if part.traded is None or not part.traded.alpha else f"{part.traded.alpha:,}",
                "" if stake is None else f"{stake:,}",
            )
            for part, stake in zip(parts, stakes, strict=True)
        ],
        right=frozenset({"subnet", "TAO", "alpha", "stake now"}),
        spare=("stake now", "alpha", "TAO"),
    )


def _outcome(part: TradePart) -> str:
    if part.failure is not None:
        return part.failure.code
    if part.traded is not None and part.traded.left:
        return f"done, {part.traded.left:,} left"
    return "done"


def choice_table(rows: Sequence[tuple[tuple[str, int], Alpha]]) -> Table:
    """A numbered table of stakes to choose from."""
    return Table(
        ("number", "subnet", "hotkey", "stake"),
        [
            (str(number), str(netuid), hotkey, f"{amount:,}")
            for number, ((hotkey, netuid), amount) in enumerate(rows, 1)
        ],
        right=frozenset({"number", "subnet", "stake"}),
    )
