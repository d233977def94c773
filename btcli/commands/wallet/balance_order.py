"""The order of balances: by name or address, or by an amount, largest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from btcli.render.balances import Row
from btsdk.errors import UsageError

_ORDERS: dict[str, Callable[[Row], Any]] = {
    "name": lambda row: (row.name or "").lower(),
    "address": lambda row: row.address,
    "free": lambda row: -row.held.free.rao,
    "reserved": lambda row: -row.held.reserved.rao,
    "staked": lambda row: -row.staked.value.rao,
    "total": lambda row: -(row.held.total + row.staked.value).rao,
}


def check(by: str | None) -> None:
    """Raise `UsageError` for an unknown order."""
    if by is not None and by not in _ORDERS:
        raise UsageError(f"balances cannot be sorted by {by!r}", hint=f"One of: {_NAMES}.")


def ranked(rows: Sequence[Row], by: str | None) -> list[Row]:
    """The rows in the order; unchanged without one."""
    return list(rows) if by is None else sorted(rows, key=_ORDERS[by])


_NAMES = ", ".join(_ORDERS)
