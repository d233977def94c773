"""What `stake burn` and `stake recycle` have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from typer import Option

from btcli.accounts import proxy_account, selection
from btcli.commands.stake.moves import alpha_or_all
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.render.blocks import Facts
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.events.subtensor import AlphaBurned, AlphaRecycled

if TYPE_CHECKING:
    from btsdk.ops import BurnAlpha, RecycleAlpha

AmountOption = Annotated[
    str | None,
    Option("--amount", "--amount-alpha", "-a", metavar="ALPHA", help="Amount in alpha, or all."),
]
EverythingOption = Annotated[bool, Option("--all", help="Take all of the stake.")]


class DestructionData(TransactionData):
    """The result of `stake burn` and `stake recycle`."""

    netuid: int
    hotkey: str
    destroyed_alpha: Annotated[str | None, "null without waiting for the block"]
    stake_alpha: Annotated[str | None, "the stake that is left; likewise"]


def carry_out(
    context: Context,
    kind: type[BurnAlpha | RecycleAlpha],
    netuid: int,
    amount: str | None,
    everything: bool,
) -> Result:
    """Destroy alpha of the hotkey, and report what was destroyed and what is left."""
    if amount is None and not everything:
        missing = UsageError("no amount given", hint="Use --amount 1.5 or --all.")
        amount = context.answer("Amount in alpha, or all: ", missing)
    alpha = alpha_or_all(amount, everything, netuid)
    coldkey, hotkey = proxy_account.coldkey(context), selection.hotkey(context)
    operation = kind(hotkey, netuid, alpha)
    facts, destroyed, left = [], None, None
    with context.client() as client:
        outcome = transact(context, client, operation)
        done = outcome.done
        if done is not None:
            burned = [event.alpha for event in done.find(AlphaBurned)]
            (gone,) = burned or [event.alpha for event in done.find(AlphaRecycled)]
            held = client.at(done.block_hash).stake(coldkey, hotkey, netuid)
            destroyed, left = gone.decimal(), held.decimal()
            facts = [
                ("destroyed", f"{gone:,}"),
                ("stake now", f"{held:,} on {hotkey}, subnet {netuid}"),
            ]
    return outcome.result(
        *([Facts(facts)] if facts else []),
        netuid=netuid,
        hotkey=hotkey,
        destroyed_alpha=destroyed,
        stake_alpha=left,
    )
