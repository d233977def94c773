"""Check the password of a key, and with --remember store it in the system keyring.

Commands read the keyring with --keyring, or always after `btcli config set --keyring`.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.wallet import remembered
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line


class UnlockData(TypedDict):
    """The result of `wallet unlock`."""

    ss58: str
    file: str
    encrypted: bool
    remembered: Annotated[bool, "whether the password is in the keyring now"]


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=UnlockData)
def run(
    context: Context,
    use_hotkey: options.UseHotkeyOption = False,
    remember: Annotated[
        bool, Option("--remember", help="Store the password in the system keyring.")
    ] = False,
) -> Result:
    stored, key = remembered.unlocked(context, use_hotkey=use_hotkey, needed=remember)
    lines = [Line(f"The password opens {stored.private}.")]
    if not stored.encrypted:
        lines = [Line(f"{stored.private} is not encrypted: it has no password.")]
    if remember:
        remembered.store(context, stored)
        lines.append(Line(remembered.hint(context)))
    data = {
        "ss58": key.ss58_address,
        "file": str(stored.private),
        "encrypted": stored.encrypted,
        "remembered": remember,
    }
    return Result(data, tuple(lines))
