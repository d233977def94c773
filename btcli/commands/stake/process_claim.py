"""Claim root dividends.

Without --netuids it claims on every subnet that pays now. Whether the alpha is kept or swapped for
stake on root is set with `stake set-claim`.
"""

from __future__ import annotations

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.commands.stake import claim_types, claims
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact


@command(*options.TRANSACTING, data=claims.ClaimsData)
def run(
    context: Context,
    netuids: claim_types.NetuidsOption = None,
) -> Result:
    named = claim_types.netuids_of(netuids or ())
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        view = client.head()
        owed, kind = view.gather(view.ask.root_claims(coldkey), view.ask.root_claim_type(coldkey))
        chosen = list(named) or claims.payable_netuids(coldkey, owed)
        outcome = transact(context, client, claims.claiming(chosen))
        done = outcome.done
        after = None if done is None else client.at(done.block_hash)
        documents = claims.claim_documents(after, coldkey, claims.of_subnets(owed, chosen))
    blocks = () if done is None else (claims.claim_table(documents),)
    return outcome.result(
        *blocks, coldkey=coldkey, claim_type=kind.kind, netuids=chosen, claims=documents
    )
