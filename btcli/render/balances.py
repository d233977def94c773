"""Tables of balances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from btcli.render.blocks import Facts, Table
from btcli.render.stakes import sale_cell
from btcli.terminal.block import Block
from btsdk.reads.balances import Balance
from btsdk.units import Tao

if TYPE_CHECKING:
    from btcli.accounts.portfolio import Valuation


class Row(NamedTuple):
    """The wallet's name, the address, its balance, and the value of its stakes."""

    name: str | None
    address: str
    held: Balance
    staked: Valuation


def balances(rows: Sequence[Row], total: Tao) -> Block:
    """One account with all digits; several in a table with four decimal places."""
    return _one(*rows[0]) if len(rows) == 1 else _table(rows, total)


def _one(name: str | None, address: str, held: Balance, staked: Valuation) -> Facts:
    rows = [("wallet", name)] if name else []
    rows += [("address", address), ("free", f"{held.free:,}")]
    rows += [("of which frozen", f"{held.frozen:,}")] if held.frozen else []
    rows += [("reserved", f"{held.reserved:,}")] if held.reserved else []
    rows += [("staked", f"{staked.value:,} at spot prices")]
    if staked.value and staked.sale is not None:
        rows += [("if sold", f"{staked.sale:,} for all stakes")]
    rows += [("total", f"{held.total + staked.value:,}")]
    return Facts(rows)


def _table(rows: Sequence[Row], total: Tao) -> Table:
    numbers = ("free", "reserved", "staked", "if sold", "total")
    cells = [
        (
            name or "",
            address,
            f"{held.free:,.4}",
            f"{held.reserved:,.4}",
            f"{staked.value:,.4}",
            sale_cell(staked.sale),
            f"{held.total + staked.value:,.4}",
        )
        for name, address, held, staked in rows
    ]
    return Table(
        ("wallet", "address", *numbers),
        [*cells, ("all", "", "", "", "", "", f"{total:,.4}")] if cells else [],
        right=frozenset(numbers),
        spare=("if sold", "reserved"),
        empty="No wallets. Create one: `btcli wallet create`.",
    )
