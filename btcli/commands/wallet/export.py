"""Export a key as a polkadot-js keystore, encrypted with a password of its own.

The keystore holds the private key, without its mnemonic and seed. No file is replaced.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import key_warnings
from btcli.command import command
from btcli.commands.wallet.key_creation import stored_key
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.errors import KeyFileExists
from btsdk.wallet import archive, files
from btsdk.wallet.keystore import seal_keystore
from btsdk.wallet.passwords import for_new


class KeystoreData(TypedDict):
    """The result of `wallet export`."""

    file: str
    ss58: str


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=KeystoreData)
def run(
    context: Context,
    file: Annotated[Path, Option("--file", "-f", metavar="FILE", help="Keystore file to write.")],
    use_hotkey: options.UseHotkeyOption = False,
    new_password_file: options.NewPasswordOption = None,
) -> Result:
    path = file.expanduser().absolute()
    if files.taken(path):  # before a password is asked for; `write` decides
        raise KeyFileExists(
            str(path), "it exists already", hint="Nothing was changed. Choose another name."
        )
    stored = stored_key(context, "hotkey" if use_hotkey else "coldkey")
    new = context.new_password(new_password_file)
    key_warnings.of_modes(context, stored)
    keypair = stored.unlock(context.passwords)
    name = f"{context.wallet.name}/{context.wallet.hotkey_name}" if use_hotkey else ""
    content = seal_keystore(keypair, for_new(new, path), name or context.wallet.name)
    archive.write(path, content.encode())
    data = {"file": str(path), "ss58": keypair.ss58_address}
    return Result(data, (Line(f"Exported {keypair.ss58_address} to {path}."),))
