"""Delete the password of a key from the system keyring."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.wallet.key_creation import stored_key
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.wallet.system_keyring import FromKeyring


class ForgetData(TypedDict):
    """The result of `wallet forget`."""

    file: str
    forgotten: Annotated[bool, "false if the keyring had no password of it"]


@command(options.wallet_name, options.hotkey, options.wallet_path, options.output, data=ForgetData)
def run(context: Context, use_hotkey: options.UseHotkeyOption = False) -> Result:
    file = stored_key(context, "hotkey" if use_hotkey else "coldkey").private
    forgotten = FromKeyring().forget(file)
    text = f"The keyring has no password of {file}."
    if forgotten:
        text = f"The password of {file} was deleted from the keyring."
    return Result({"file": str(file), "forgotten": forgotten}, (Line(text),))
