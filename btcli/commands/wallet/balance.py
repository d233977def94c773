"""Show the balance of a wallet, of all wallets, or of an address."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import selection
from btcli.accounts.portfolio import staked_worth
from btcli.command import command
from btcli.commands.wallet import balance_order
from btcli.context import Context
from btcli.documents import BalanceDocument, balance_document
from btcli.output import Result
from btcli.render.balances import Row, balances
from btsdk.units import Tao


class BalancesData(TypedDict):
    """The result of `wallet balance`."""

    balances: list[BalanceDocument]
    total_tao: str
    block: int


@command(options.wallet_name, options.wallet_path, *options.READING, data=BalancesData)
def run(
    context: Context,
    ss58: options.AddressOption = None,
    every: Annotated[bool, Option("--all", "-a", help="Show all wallets.")] = False,
    sort: Annotated[
        str | None, Option("--sort", help="Sort by name, address, free, reserved, staked or total.")
    ] = None,
) -> Result:
    balance_order.check(sort)
    owners = selection.all_coldkeys(context) if every else selection.coldkeys(context, ss58)
    addresses = list(dict.fromkeys(address for _, address in owners))
    with context.client() as client:
        view = client.head()
        held = view.balances(addresses)
        staked = {address: staked_worth(view, address) for address in addresses}
    found = [Row(name, address, held[address], staked[address]) for name, address in owners]
    rows = balance_order.ranked(found, sort)
    # The TAO of a coldkey that several wallets share counts once.
    total = sum((held[one].total + staked[one].value for one in addresses), Tao.from_rao(0))
    data = {"balances": [balance_document(*row) for row in rows], "total_tao": total.decimal()}
    return Result(data | {"block": view.number}, (balances(rows, total),))
