"""Show the children of a hotkey.

A child receives a share of the hotkey's stake on a subnet. Children that were set lately do not
count before the chain's cooldown is over: they are shown with that block.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.stake.child import kin, on_subnets
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.storage.subtensor import PendingChildKeyCooldown


class ChildrenData(TypedDict):
    """The result of `stake child get`."""

    hotkey: str
    block: int
    cooldown_blocks: int
    subnets: list[kin.SubnetChildrenDocument]


@command(
    on_subnets.subnets,
    options.hotkey,
    options.wallet_name,
    options.wallet_path,
    *options.READING,
    data=ChildrenData,
)
def run(context: Context) -> Result:
    named, hotkey = on_subnets.named(context), selection.hotkey(context)
    with context.client() as client:
        view = client.head()
        found = kin.families(view, hotkey, on_subnets.chosen(named, view))
        cooldown = view.storage(PendingChildKeyCooldown)
    if named is None:
        found = [family for family in found if not family.is_empty]
    data = {
        "hotkey": hotkey,
        "block": view.number,
        "cooldown_blocks": cooldown,
        "subnets": [kin.family_document(family) for family in found],
    }
    note = Line(
        "A pending change counts from the first epoch after its block. The cooldown is "
        f"{cooldown:,} blocks."
    )
    return Result(data, (kin.family_table(hotkey, found), note))
