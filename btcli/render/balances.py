"""Balances on a screen."""

from __future__ import annotations

from collections.abc import Sequence

from btcli.render.blocks import Facts, Table
from btcli.terminal.block import Block
from btsdk.reads.balances import Balance
from btsdk.units import Tao

Row = tuple["str | None", str, Balance, Tao]
"""The wallet's name, the address, its balance, and what its stakes are worth."""


def balances(rows: Sequence[Row], total: Tao) -> Block:
    """One account to the last digit; several in a table, cut after four."""
    return _one(*rows[0]) if len(rows) == 1 else _table(rows, total)


def _one(name: str | None, address: str, held: Balance, staked: Tao) -> Facts:
    rows = [("wallet", name)] if name else []
    rows += [("address", address), ("free", f"{held.free:,}")]
    rows += [("frozen of it", f"{held.frozen:,}")] if held.frozen else []
    rows += [("reserved", f"{held.reserved:,}")] if held.reserved else []
    rows += [("staked", f"{staked:,} at present prices"), ("total", f"{held.total + staked:,}")]
    return Facts(rows)


def _table(rows: Sequence[Row], total: Tao) -> Table:
    numbers = ("free", "reserved", "staked", "total")
    cells = [
        (
            name or "",
            address,
            f"{held.free:,.4}",
            f"{held.reserved:,.4}",
            f"{staked:,.4}",
            f"{held.total + staked:,.4}",
        )
        for name, address, held, staked in rows
    ]
    return Table(
        ("wallet", "address", *numbers),
        [*cells, ("all", "", "", "", "", f"{total:,.4}")] if cells else [],
        right=frozenset(numbers),
        spare=("reserved",),
        empty="No wallets here. `btcli wallet create` makes one.",
    )
