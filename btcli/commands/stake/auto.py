"""Show where mining incentive is staked automatically.

On a subnet without a destination, incentive is staked on the hotkey that earned it.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Table
from btcli.terminal.visible import clipped, visible

_NAME_COLUMNS = 30


class AutoStakeDocument(TypedDict):
    """The hotkey on which the incentive of a subnet is staked."""

    netuid: int
    subnet_name: str
    hotkey: str


class AutoStakesData(TypedDict):
    """The result of `stake auto`."""

    coldkey: str
    block: int
    destinations: list[AutoStakeDocument]


@command(options.wallet_name, options.wallet_path, *options.READING, data=AutoStakesData)
def run(context: Context, ss58: options.AddressOption = None) -> Result:
    coldkey = selection.coldkey(context, ss58)
    with context.client() as client:
        view = client.head()
        found, names = view.gather(view.ask.auto_stakes(coldkey), view.ask.subnet_names())
    rows = [(netuid, names.get(netuid, ""), found[netuid]) for netuid in sorted(found)]
    table = Table(
        ("subnet", "name", "hotkey"),
        [
            (str(netuid), clipped(visible(name), _NAME_COLUMNS), hotkey)
            for netuid, name, hotkey in rows
        ],
        title=f"Auto-stake destinations of {coldkey}",
        right=frozenset({"subnet"}),
        spare=("name",),
        empty=f"{coldkey} has no auto-stake destination.",
    )
    documents = [
        {"netuid": netuid, "subnet_name": name, "hotkey": hotkey} for netuid, name, hotkey in rows
    ]
    return Result({"coldkey": coldkey, "block": view.number, "destinations": documents}, (table,))
