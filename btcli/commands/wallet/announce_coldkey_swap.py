"""Announce that everything of the coldkey moves to a new one; as `swap-coldkey announce`."""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.wallet import coldkey_swaps
from btcli.context import Context
from btcli.output import Result


@command(*options.TRANSACTING, data=coldkey_swaps.ColdkeySwapData)
def run(context: Context, new_coldkey: coldkey_swaps.NewColdkeyOption = None) -> Result:
    return coldkey_swaps.carry_out(context, "announce", new_coldkey)
