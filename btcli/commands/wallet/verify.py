"""Check the signature of a message.

The exit code is 1 where the signature is not good.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import habits, options
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
    address: options.SignerOption,
    kind: Annotated[
        str, Option("--crypto-type", metavar="TYPE", help="Of the key: sr25519, ed25519, ecdsa.")
    ] = "sr25519",
) -> Result:
    ss58, in_hex = (None, address) if address.startswith("0x") else (address, None)
    key = public_key(ss58, in_hex, habits.key_type(kind))
    if not key.verify(hex_bytes(signature, "the signature"), message.encode()):
        raise BadSignature(f"this is not a signature of {key.ss58_address} for this message")
    data = {"ss58": key.ss58_address, "message": message, "valid": True}
    return Result(data, (Line(f"The signature is good: {key.ss58_address} signed this message."),))
