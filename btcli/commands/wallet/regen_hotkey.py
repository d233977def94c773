"""Restore a hotkey from its mnemonic, seed, private key or keystore.

Without an option the command prompts for the secret, or reads it from standard input.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import crypto_options
from btcli.commands.wallet.key_creation import restore
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=KeysData)
def run(
    context: Context,
    mnemonic: options.MnemonicOption = None,
    seed: options.SeedOption = None,
    json_file: options.JsonFileOption = None,
    json_password: options.JsonPasswordOption = None,
    use_password: options.UsePasswordOption = False,
    overwrite: options.OverwriteOption = False,
    crypto_type: crypto_options.CryptoOption = "sr25519",
) -> Result:
    return restore(
        context,
        "hotkey",
        mnemonic=mnemonic,
        seed=seed,
        json_file=json_file,
        json_password=json_password,
        use_password=use_password,
        overwrite=overwrite,
        crypto=crypto_options.keypair_type(crypto_type),
    )
