"""Create a hotkey."""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import crypto_options
from btcli.commands.wallet.key_creation import KeyOptions, make
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=KeysData)
def run(
    context: Context,
    use_password: options.UsePasswordOption = False,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    insecure: options.InsecureOption = False,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
    crypto_type: crypto_options.CryptoOption = "sr25519",
) -> Result | None:
    crypto = crypto_options.keypair_type(crypto_type)
    key_options = KeyOptions(uri, insecure, n_words, overwrite, reveal_mnemonic, crypto=crypto)
    return make(context, {"hotkey": use_password}, key_options)
