"""Sign a message with a key of the wallet."""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.keymaking import stored_key
from btcli.output import Result
from btcli.render.blocks import Facts


@command(options.wallet_name, options.hotkey, *options.KEYS[1:])
def run(
    context: Context,
    message: Annotated[str, Option("--message", "-m", help="What to sign.")],
    use_hotkey: options.UseHotkeyOption = False,
) -> Result:
    keypair = stored_key(context, "hotkey" if use_hotkey else "coldkey").unlock(context.passwords)
    signature = "0x" + keypair.sign(message.encode()).hex()
    data = {"ss58": keypair.ss58_address, "message": message, "signature": signature}
    return Result(data, (Facts((("address", keypair.ss58_address), ("signature", signature))),))
