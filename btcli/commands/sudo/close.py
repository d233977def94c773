"""Close a motion that is decided or has expired.

It is carried out if it has passed, and dropped otherwise.
"""

from __future__ import annotations

from typing import Annotated

from btcli import options
from btcli.command import command
from btcli.commands.sudo import motions, sudo_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.transaction import transact
from btsdk.events.triumvirate import Executed
from btsdk.ops import CloseProposal


class CloseData(TransactionData):
    """The result of `sudo close`."""

    proposal_hash: str
    passed: Annotated[bool | None, "whether it was carried out; null if it was not closed"]


@command(*options.TRANSACTING, data=CloseData)
def run(context: Context, proposal: sudo_options.ProposalOption) -> Result:
    with context.client() as client, motions.governance():
        client.head().proposals()
        outcome = transact(context, client, CloseProposal(proposal))
    if outcome.done is None:
        return outcome.result(proposal_hash=proposal, passed=None)
    passed = bool(list(outcome.done.find(Executed)))
    line = Line("The motion was carried out." if passed else "The motion was dropped.")
    return outcome.result(line, proposal_hash=proposal, passed=passed)
