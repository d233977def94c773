"""Make a hotkey."""

from __future__ import annotations

from btcli import habits, options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import make, result
from btcli.output import Result


@command(habits.crypto, options.wallet_name, options.hotkey, *options.KEYS[1:])
def run(
    context: Context,
    use_password: options.UsePasswordOption = False,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
) -> Result:
    made = make(
        context, "hotkey", uri=uri, n_words=n_words, use_password=use_password, overwrite=overwrite
    )
    return result(context, made, reveal=reveal_mnemonic)
