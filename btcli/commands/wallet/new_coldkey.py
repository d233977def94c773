"""Make a coldkey."""

from __future__ import annotations

from btcli import habits, options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import make, result
from btcli.output import Result


@command(habits.crypto, *options.KEYS)
def run(
    context: Context,
    use_password: options.UsePasswordOption = True,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
) -> Result:
    made = make(
        context, "coldkey", uri=uri, n_words=n_words, use_password=use_password, overwrite=overwrite
    )
    return result(context, made, reveal=reveal_mnemonic)
