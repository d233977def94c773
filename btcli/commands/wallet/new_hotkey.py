"""Create a hotkey."""

from __future__ import annotations

from btcli import habits, options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import Making, make
from btcli.output import Result


@command(habits.crypto, options.wallet_name, options.hotkey, *options.KEYS[1:])
def run(
    context: Context,
    use_password: options.UsePasswordOption = False,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    insecure: options.InsecureOption = False,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
) -> Result | None:
    how = Making(uri, insecure, n_words, overwrite, reveal_mnemonic)
    return make(context, {"hotkey": use_password}, how)
