"""Vote on a motion.

The coldkey votes itself if it is a member; otherwise it votes for its hotkey in the senate.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import proxy_account, selection
from btcli.command import command
from btcli.commands.sudo import motions, sudo_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import VoteProposal


class VoteData(TransactionData):
    """The result of `sudo vote`."""

    proposal_hash: str
    approve: bool
    voter: str


@command(options.hotkey, *options.TRANSACTING, data=VoteData)
def run(
    context: Context,
    proposal: sudo_options.ProposalOption,
    approve: sudo_options.ApproveOption = None,
) -> Result:
    if approve is None:
        missing = UsageError("no vote given", hint="Use --vote-aye or --vote-nay.")
        approve = context.answer("Vote for the motion? [y/N] ", missing) in ("y", "yes")
    coldkey = proxy_account.coldkey(context)
    with context.client() as client, motions.governance():
        itself = motions.votes_itself(client.head(), coldkey)
        hotkey = None if itself else selection.hotkey(context)
        outcome = transact(context, client, VoteProposal(proposal, approve, hotkey))
    return outcome.result(proposal_hash=proposal, approve=approve, voter=hotkey or coldkey)
