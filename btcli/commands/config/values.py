"""The settings: checked before they are written, and shown with their sources."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any, TypedDict

from btcli import config, trade
from btcli.context import DEFAULTS, Context
from btcli.output import Result
from btcli.render.blocks import Table
from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.networks import resolve
from btsdk.wallet import Wallet


class SettingsData(TypedDict):
    """The result of every `config` command."""

    path: str
    values: dict[str, str | bool]
    sources: Annotated[dict[str, str], "where each value comes from"]


def checked(values: dict[str, Any]) -> dict[str, Any]:
    """Check the values; raises `UsageError` for an invalid one."""
    if "network" in values:
        resolve(values["network"])
    if "tolerance" in values:
        trade.tolerance(values["tolerance"])
    if "wallet_name" in values:
        Wallet(values["wallet_name"])
    if "hotkey" in values and not ss58.is_valid(values["hotkey"]):
        Wallet(hotkey=values["hotkey"])
    return values


def result(context: Context, names: Sequence[str] = ()) -> Result:
    """The named settings, or all, as commands see them now."""
    wanted = [_key(name) for name in names] or list(DEFAULTS)
    # Without the options of `config set`, which would win over the file.
    found = Context(type(context.choices)(), context.output)
    rows = [(key, *found.setting_with_source(key)) for key in wanted]
    data = {
        "path": str(config.path()),
        "values": {key: value for key, value, _ in rows},
        "sources": {key: source for key, _, source in rows},
    }
    shown = [(key.replace("_", "-"), _text(value), source) for key, value, source in rows]
    return Result(data, (Table(("setting", "value", "source"), shown, title=str(config.path())),))


def _key(name: str) -> str:
    """The setting of a name, written with hyphens or underscores."""
    key = name.replace("-", "_")
    if key not in DEFAULTS:
        known = ", ".join(setting.replace("_", "-") for setting in DEFAULTS)
        raise UsageError(f"unknown setting {name!r}", hint=f"One of: {known}.")
    return key


def _text(value: Any) -> str:
    return (
        {True: "yes", False: "no"}.get(value, str(value)) if isinstance(value, bool) else str(value)
    )
