"""Import a key from a mnemonic, seed, private key, derivation URI, keystore or key file.

The form is guessed. Without --file the command prompts for the secret, or reads a line of standard
input. Keystores are those of polkadot-js; key files are those of any Bittensor tool.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import key_warnings
from btcli.command import command
from btcli.commands.wallet import crypto_options, key_import
from btcli.commands.wallet.key_creation import Kind, check_free
from btcli.context import Context
from btcli.output import Result


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=key_import.KeyImportData)
def run(
    context: Context,
    file: Annotated[
        Path | None, Option("--file", "-f", metavar="FILE", help="File with the secret.")
    ] = None,
    use_hotkey: Annotated[
        bool, Option("--use-hotkey/--no-use-hotkey", help="Import a hotkey.")
    ] = False,
    json_password: options.JsonPasswordOption = None,
    use_password: key_import.EncryptOption = None,
    overwrite: options.OverwriteOption = False,
    crypto_type: crypto_options.CryptoOption = "sr25519",
) -> Result:
    kind: Kind = "hotkey" if use_hotkey else "coldkey"
    key_warnings.of_secret(context, json_password=json_password)
    crypto = crypto_options.keypair_type(crypto_type)
    check_free(context, kind, overwrite=overwrite)
    found = key_import.read(context, kind, file, json_password, crypto)
    encrypted = kind == "coldkey" if use_password is None else use_password
    return key_import.result(context, kind, found, encrypted=encrypted, overwrite=overwrite)
