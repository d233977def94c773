"""Check the signature of a message.

The exit code is 1 where the signature is not good.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.failures import BadSignature
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.selection import hex_bytes, public_key


@command(options.output)
def run(
    context: Context,
    message: Annotated[str, Option("--message", "-m", help="What was signed.")],
    signature: Annotated[str, Option("--signature", "-s", help="The signature, in hex.")],
    address: Annotated[
        str, Option("--address", "--public-key", "--ss58", "-a", help="Who signed: address or hex.")
    ],
) -> Result:
    named = (None, address) if address.startswith("0x") else (address, None)
    key = public_key(*named)
    if not key.verify(hex_bytes(signature, "the signature"), message.encode()):
        raise BadSignature(f"this is not a signature of {key.ss58_address} for this message")
    data = {"ss58": key.ss58_address, "message": message, "valid": True}
    return Result(data, (Line(f"The signature is good: {key.ss58_address} signed this message."),))
