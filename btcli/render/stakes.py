"""Stakes on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from btcli.render.blocks import Table
from btsdk.reads.stakes import Stake
from btsdk.units import Tao


def stake_table(coldkey: str, rows: Sequence[tuple[Stake, Tao, Tao]], total: Tao) -> Table:
    """A line for each stake, and what all are worth."""
    cells = [
        (
            str(stake.netuid),
            stake.hotkey,
            f"{stake.amount:,.4}",
            f"{price:,.6}",
            f"{value:,.4}",
            "yes" if stake.registered else "no",
        )
        for stake, price, value in rows
    ]
    if len(rows) > 1:
        cells.append(("all", "", "", "", f"{total:,.4}", ""))
    return Table(
        ("subnet", "hotkey", "stake", "price", "value", "registered"),
        cells,
        title=f"Stakes of {coldkey}",
        right=frozenset({"subnet", "stake", "price", "value"}),
        spare=("registered", "price"),
        empty=f"{coldkey} has no stake.",
    )
