"""Change the password of a key.

The command prompts for the old and the new password, unless options or the environment give them.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import key_warnings
from btcli.command import command
from btcli.commands.wallet.key_creation import KeyFile, Kind, result, stored_key
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=KeysData)
def run(
    context: Context,
    use_hotkey: options.UseHotkeyOption = False,
    new_password_file: options.NewPasswordOption = None,
    remove: Annotated[bool, Option("--remove-password", help="Store the key unencrypted.")] = False,
) -> Result:
    kind: Kind = "hotkey" if use_hotkey else "coldkey"
    stored = stored_key(context, kind)
    new = None if remove else context.new_password(new_password_file)
    if remove:
        context.confirm(f"Store the key in {stored.private} unencrypted?")
    key_warnings.of_modes(context, stored)
    key = stored.change_password(context.passwords, new)
    name = context.wallet.hotkey_name if use_hotkey else context.wallet.name
    made = KeyFile(
        kind, context.wallet.name, name, key.ss58_address, stored.private, not remove, False
    )
    return result(context, made)
