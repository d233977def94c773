"""Change the password of a key.

The command prompts for the old and the new password, unless options or the environment give them.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.wallet import file_encryption
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
    new = None if remove else context.new_password(new_password_file)
    return file_encryption.rewrite(context, new, use_hotkey=use_hotkey)
