"""Make a coldkey and a hotkey, or what of them is missing.

Keys that are there stay as they are, unless --overwrite and their name say otherwise. The coldkey
is encrypted; the hotkey is not, because it works unattended and owns little.
"""

from __future__ import annotations

from btcli import habits, options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import Kind, Made, existing, make, result
from btcli.output import Result


@command(habits.two_cryptos, options.wallet_name, options.hotkey, *options.KEYS[1:])
def run(
    context: Context,
    use_password: options.UsePasswordOption = True,
    n_words: options.WordsOption = 12,
    uri: options.UriOption = None,
    overwrite: options.OverwriteOption = False,
    reveal_mnemonic: options.RevealOption = False,
) -> Result:
    made: list[Made] = []
    wanted: tuple[tuple[Kind, bool], ...] = (("coldkey", use_password), ("hotkey", False))
    for kind, encrypt in wanted:
        kept = None if overwrite else existing(context, kind)
        made.append(
            kept
            or make(
                context, kind, uri=uri, n_words=n_words, use_password=encrypt, overwrite=overwrite
            )
        )
    return result(context, *made, reveal=reveal_mnemonic)
