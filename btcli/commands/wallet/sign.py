"""Sign a message with a key of the wallet.

The message is wrapped in <Bytes>…</Bytes>, so that no chain accepts it as a transaction.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import key_warnings
from btcli.command import command
from btcli.commands.wallet.key_creation import stored_key
from btcli.commands.wallet.messages import allow_raw, message_bytes
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts
from btsdk.keys.messages import Form, wrapped


class SignData(TypedDict):
    """The result of `wallet sign`."""

    ss58: str
    message: str
    signature: str
    form: Annotated[Form, "`wrapped` or `raw`"]
    crypto: Annotated[str, "`sr25519` or `ed25519`, for `--crypto-type` of `wallet verify`"]


@command(options.wallet_name, options.hotkey, *options.KEYS[1:], data=SignData)
def run(
    context: Context,
    message: Annotated[str, Option("--message", "-m", help="Message to sign.")],
    use_hotkey: options.UseHotkeyOption = False,
    raw: Annotated[bool, Option("--raw", help="Sign the raw bytes, as btcli 9 does.")] = False,
) -> Result:
    data = message_bytes(message)
    if raw:
        allow_raw(context, data, coldkey=not use_hotkey)
    stored = stored_key(context, "hotkey" if use_hotkey else "coldkey")
    key_warnings.of_modes(context, stored)
    keypair = stored.unlock(context.passwords)
    signature = "0x" + keypair.sign(data if raw else wrapped(data)).hex()
    address, form = keypair.ss58_address, "raw" if raw else "wrapped"
    crypto = keypair.crypto
    kind = () if crypto == "sr25519" else (("key type", crypto),)
    facts = Facts((("address", address), *kind, ("form", form), ("signature", signature)))
    document = {"ss58": address, "message": message, "signature": signature, "form": form}
    return Result(document | {"crypto": crypto}, (facts,))
