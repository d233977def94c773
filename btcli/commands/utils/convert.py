"""Convert between TAO and rao.

One TAO is 1,000,000,000 rao. Amounts are exact.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Lines
from btsdk.errors import UsageError
from btsdk.units import Tao


class ConversionDocument(TypedDict):
    """An amount in both units."""

    tao: str
    rao: str


class ConversionsData(TypedDict):
    """The result of `utils convert`."""

    conversions: list[ConversionDocument]


@command(options.output, data=ConversionsData)
def run(
    context: Context,
    rao: Annotated[str | None, Option("--rao", metavar="RAO", help="Amount in rao.")] = None,
    tao: Annotated[str | None, Option("--tao", metavar="TAO", help="Amount in TAO.")] = None,
) -> Result:
    amounts = [] if rao is None else [_rao(rao)]
    amounts += [] if tao is None else [Tao.parse(tao)]
    if not amounts:
        raise UsageError("nothing to convert", hint="Give --rao, --tao, or both.")
    found = [{"tao": amount.decimal(), "rao": str(amount.rao)} for amount in amounts]
    lines = [f"{amount.rao:,} rao = {amount:,}" for amount in amounts]
    return Result({"conversions": found}, (Lines(lines),))


def _rao(text: str) -> Tao:
    digits = text.replace("_", "").replace(",", "")
    if not (digits.isascii() and digits.isdecimal()):
        raise UsageError(f"{text!r} is no whole number of rao")
    return Tao.from_rao(int(digits))
