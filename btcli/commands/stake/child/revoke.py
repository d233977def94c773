"""Revoke all children of a hotkey.

With --all-netuids, on every subnet where the hotkey has children. Signed by the coldkey that owns
the hotkey.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.stake.child import changes, kin, on_subnets
from btcli.context import Context
from btcli.failures import NotFound
from btcli.output import Result
from btsdk.ops import SetChildren


@command(
    on_subnets.subnets,
    options.hotkey,
    *options.TRANSACTING,
    data=changes.ChildrenChangeData,
)
def run(context: Context) -> Result:
    named, hotkey = on_subnets.named(context), selection.hotkey(context)
    with context.client() as client:
        view = client.head()
        netuids = on_subnets.chosen(named, view)
        if named is None:
            found = kin.families(view, hotkey, netuids)
            netuids = [family.netuid for family in found if not family.is_empty]
            if not netuids:
                raise NotFound(f"{hotkey} has no children on any subnet")
        operations = {netuid: SetChildren(hotkey, netuid, []) for netuid in netuids}
        return changes.carry_out(context, client, hotkey, operations)
