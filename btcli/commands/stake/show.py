"""Show the stake of a coldkey on one hotkey of a subnet, with its value."""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.trade import ROOT
from btsdk.units import Tao


class OneStakeData(TypedDict):
    """The result of `stake show`."""

    block: int
    coldkey: str
    hotkey: str
    netuid: int
    stake_alpha: str
    price_tao: Annotated[str, "of one alpha"]
    value_tao: Annotated[str, "at the spot price"]


@command(
    options.hotkey, options.wallet_name, options.wallet_path, *options.READING, data=OneStakeData
)
def run(
    context: Context, netuid: options.NetuidOption, ss58: options.AddressOption = None
) -> Result:
    coldkey, hotkey = selection.coldkey(context, ss58), selection.hotkey(context)
    with context.client() as client:
        view = client.head()
        if netuid != ROOT:
            view.subnet(netuid)  # raises if there is none
        held = view.stake(coldkey, hotkey, netuid)
        price = Tao.parse("1") if netuid == ROOT else view.price(netuid)
    value = held.at(price)
    data = {
        "block": view.number,
        "coldkey": coldkey,
        "hotkey": hotkey,
        "netuid": netuid,
        "stake_alpha": held.decimal(),
        "price_tao": price.decimal(),
        "value_tao": value.decimal(),
    }
    title = f"Stake of {coldkey} on {hotkey}, subnet {netuid}"
    rows = (("stake", f"{held:,}"), ("price", f"{price:,}"), ("value", f"{value:,}"))
    return Result(data, (Facts(rows, title=title),))
