"""The remembered values: checked before they are written, shown with where they come from."""

from __future__ import annotations

from typing import Any

from btcli import config, trade
from btcli.context import DEFAULTS, Context
from btcli.output import Result
from btcli.render.blocks import Table
from btsdk.keys import ss58
from btsdk.networks import resolve
from btsdk.wallet import Wallet


def checked(values: dict[str, Any]) -> dict[str, Any]:
    """The values; raises `UsageError` for one that no command could use."""
    if "network" in values:
        resolve(values["network"])
    if "tolerance" in values:
        trade.tolerance(values["tolerance"])
    if "wallet_name" in values:
        Wallet(values["wallet_name"])
    if "hotkey" in values and not ss58.is_valid(values["hotkey"]):
        Wallet(hotkey=values["hotkey"])
    return values


def result(context: Context) -> Result:
    """All values as commands would find them now."""
    # Options of `config set` are what was written, not what is found.
    found = Context(type(context.choices)(), context.output)
    rows = [(key, *found.settled(key)) for key in DEFAULTS]
    data = {
        "path": str(config.path()),
        "values": {key: value for key, value, _ in rows},
        "sources": {key: source for key, _, source in rows},
    }
    shown = [(key.replace("_", "-"), _text(value), source) for key, value, source in rows]
    return Result(data, (Table(("value", "is", "from"), shown, title=str(config.path())),))


def _text(value: Any) -> str:
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )
