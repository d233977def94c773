"""Propose a call, as a member of the council.

It passes with --threshold ayes, and then acts as root if the ayes are a majority of all voters.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.command import command
from btcli.commands.sudo import json_call, motions, sudo_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.events.triumvirate import Proposed
from btsdk.ops import Propose


class ProposeData(TransactionData):
    """The result of `sudo propose`."""

    proposal_hash: Annotated[str | None, "null if it was not proposed, or was carried out at once"]


@command(*options.TRANSACTING, data=ProposeData)
def run(
    context: Context,
    call: Annotated[
        str, Option("--call", metavar="PALLET.NAME", help="Call, such as System.remark.")
    ],
    threshold: sudo_options.ThresholdOption,
    arguments: Annotated[
        str, Option("--args", "--call-args", metavar="JSON", help="Arguments by name, in JSON.")
    ] = "{}",
) -> Result:
    wanted = json_call.call_of(call, arguments)
    with context.client() as client, motions.governance():
        client.head().council()
        outcome = transact(context, client, Propose(wanted, threshold))
    opened = [] if outcome.done is None else list(outcome.done.find(Proposed))
    if not opened:
        return outcome.result(proposal_hash=None)
    digest = "0x" + opened[0].proposal_hash.hex()
    return outcome.result(Line(f"Opened the motion {digest}."), proposal_hash=digest)
