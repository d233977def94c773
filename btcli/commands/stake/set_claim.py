"""Set what claims of root dividends do: keep the alpha, or swap it for stake on root.

With --netuids, `keep` keeps the alpha of these subnets and swaps that of the others; `swap` does
the reverse, for the subnets that exist now.
"""

from __future__ import annotations

from typing import Annotated, Literal

from typer import Argument, Option

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.stake import claim_types
from btcli.commands.stake.targets import existing_netuids
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact


class ClaimTypeData(TransactionData):
    """The result of `stake set-claim`."""

    coldkey: str
    claim_type: Annotated[Literal["Keep", "Swap", "KeepSubnets"], "the new one"]
    netuids: Annotated[list[int], "the subnets of `KeepSubnets`"]


@command(*options.TRANSACTING, data=ClaimTypeData)
def run(
    context: Context,
    claim_type: Annotated[
        str | None, Argument(metavar="TYPE", help="What claims do: keep or swap.")
    ] = None,
    named_type: Annotated[str | None, Option("--claim-type", hidden=True)] = None,
    netuids: claim_types.NetuidsOption = None,
) -> Result:
    kind = claim_types.asked_kind(context, claim_type, named_type)
    chosen = claim_types.netuids_of(netuids or ())
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        existing = existing_netuids(client.head()) if kind == "Swap" and chosen else ()
        operation = claim_types.claim_type(kind, chosen, existing)
        outcome = transact(context, client, operation)
    return outcome.result(
        coldkey=coldkey, claim_type=operation.kind, netuids=list(operation.netuids)
    )
