"""Create a coldkey and a hotkey, or whichever is missing.

Existing keys are kept unless --overwrite is given and confirmed. The coldkey is encrypted. The
hotkey is not: it signs unattended and holds little.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import crypto_options
from btcli.commands.wallet.key_creation import KeyOptions, make
from btcli.context import Context
from btcli.documents import KeysData
from btcli.output import Result


@command(
    options.wallet_name,
    options.hotkey,
    *options.KEYS[1:],
    data=KeysData,
)
def run(
    context: Context,
    use_password: options.UsePasswordOption = True,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    insecure: options.InsecureOption = False,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
    coldkey_crypto_type: crypto_options.ColdkeyCryptoOption = "sr25519",
    hotkey_crypto_type: crypto_options.HotkeyCryptoOption = "sr25519",
) -> Result | None:
    key_options = KeyOptions(
        uri,
        insecure,
        n_words,
        overwrite,
        reveal_mnemonic,
        keep=True,
        crypto=crypto_options.keypair_type(coldkey_crypto_type),
        hotkey_crypto=crypto_options.keypair_type(hotkey_crypto_type),
    )
    return make(context, {"coldkey": use_password, "hotkey": False}, key_options)
