"""Rename a wallet, or one of its hotkeys.

Keys and passwords are not changed.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line

RenameData = TypedDict("RenameData", {"from": str, "to": str, "folder": str})
"""The result of `wallet rename`; a hotkey is named `wallet/hotkey`."""


@command(options.wallet_name, options.hotkey, options.wallet_path, options.output, data=RenameData)
def run(
    context: Context,
    new_name: Annotated[str, Option("--new-name", metavar="NAME", help="New name.")],
    use_hotkey: options.UseHotkeyOption = False,
) -> Result:
    old = context.wallet
    new = old.rename_hotkey(new_name) if use_hotkey else old.rename(new_name)
    before = f"{old.name}/{old.hotkey_name}" if use_hotkey else old.name
    after = f"{new.name}/{new.hotkey_name}" if use_hotkey else new.name
    data = {"from": before, "to": after, "folder": str(new.folder)}
    return Result(data, (Line(f"Renamed {before} to {after} in {new.folder}."),))
