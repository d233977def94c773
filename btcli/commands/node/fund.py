"""Add TAO to an account of the local chain.

The TAO is created: no account pays for it. With --set, AMOUNT becomes the free balance.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Argument, Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.node import local_chain
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.units import Tao


class FundData(TypedDict):
    """The result of `node fund`."""

    ss58: str
    free_tao: Annotated[str, "afterwards"]
    block: int
    chain_file: str


@command(options.output, data=FundData)
def run(
    context: Context,
    address: Annotated[str, Argument(metavar="ADDRESS", help="Account: an address or a name.")],
    amount: Annotated[str, Argument(metavar="AMOUNT", help="Amount in TAO.")],
    replace: Annotated[
        bool, Option("--set", help="Set the free balance instead of adding to it.")
    ] = False,
    chain: options.ChainOption = None,
    chain_file: options.ChainFileOption = None,
) -> Result:
    tao = Tao.parse(amount)
    account = selection.account(context, address)
    path = local_chain.file_of(chain, chain_file)
    with context.local_client(path) as client:
        client.call("dev_setBalance" if replace else "dev_faucet", account, tao.rao)
        view = client.head()
        free = view.balance(account).free
    data = {
        "ss58": account,
        "free_tao": free.decimal(),
        "block": view.number,
        "chain_file": str(path),
    }
    return Result(data, (Line(f"{account} has {free:,} free."),))
