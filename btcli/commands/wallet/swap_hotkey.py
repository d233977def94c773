"""Replace a hotkey by a new one, on all subnets or on one.

--hotkey is the hotkey to replace. The neurons keep their uids, and the stake of all stakers moves
to the new hotkey, unless --keep-stake is given. The swap costs TAO, which is recycled.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.accounts import selection
from btcli.command import command
from btcli.commands.wallet import hotkey_swaps
from btcli.commands.wallet.asking import asked
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SwapHotkey


@command(options.hotkey, *options.TRANSACTING, data=hotkey_swaps.HotkeySwapData)
def run(
    context: Context,
    new_hotkey: Annotated[
        str | None, Argument(metavar="[NEW_HOTKEY]", help="New hotkey: a name or an address.")
    ] = None,
    named: hotkey_swaps.NewHotkeyOption = None,
    netuid: hotkey_swaps.NetuidOption = None,
    all_netuids: Annotated[
        bool, Option("--all-netuids", help="Swap on all subnets (the default).")
    ] = False,
    keep_stake: Annotated[
        bool, Option("--keep-stake", help="Leave the stake on the old hotkey.")
    ] = False,
) -> Result:
    if all_netuids and netuid is not None:
        raise UsageError("give either --netuid or --all-netuids, not both")
    if new_hotkey is not None and named is not None:
        raise UsageError("give the new hotkey either as a word or with --new-hotkey, not both")
    hotkey = selection.hotkey(context)
    given = new_hotkey if named is None else named
    new = asked(context, given, "NEW_HOTKEY", "Name or address of the new hotkey")
    operation = SwapHotkey(hotkey, selection.hotkey(context, new), netuid, keep_stake)
    if netuid == 0:
        context.output.warn("Warning: --netuid 0 swaps on the root network only.")
    with context.client() as client:
        return hotkey_swaps.result(client, transact(context, client, operation), operation)
