"""Verify the signature of a message.

Both the message in <Bytes>…</Bytes> and its raw bytes are checked. The exit code is 1 for a bad
signature.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import legacy_options, options
from btcli.accounts.selection import hex_bytes, public_key
from btcli.command import command
from btcli.commands.wallet.messages import message_bytes, verified
from btcli.context import Context
from btcli.failures import BadSignature
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.keys.messages import Form, verify_message


class VerifyData(TypedDict):
    """The result of `wallet verify`; a bad signature is the error `bad_signature`."""

    ss58: str
    message: str
    valid: bool
    form: Annotated[Form, "`wrapped` or `raw`"]


@command(options.output, data=VerifyData)
def run(
    context: Context,
    message: Annotated[str, Option("--message", "-m", help="Signed message.")],
    signature: Annotated[str, Option("--signature", "-s", help="Signature in hex.")],
    address: options.SignerOption,
    kind: Annotated[
        str, Option("--crypto-type", metavar="TYPE", help="Key type: sr25519, ed25519 or ecdsa.")
    ] = "sr25519",
) -> Result:
    ss58, in_hex = (None, address) if address.startswith("0x") else (address, None)
    key = public_key(context, ss58, in_hex, legacy_options.key_type(kind))
    signed, data = hex_bytes(signature, "the signature"), message_bytes(message)
    form = verify_message(signed, data, key.public_key, key.crypto)
    if form is None:
        raise BadSignature(f"not a signature of {key.ss58_address} for this message")
    document = {"ss58": key.ss58_address, "message": message, "valid": True, "form": form}
    return Result(document, (Line(verified(form, key.ss58_address)),))
