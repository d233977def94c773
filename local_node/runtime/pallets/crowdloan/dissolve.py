"""`Crowdloan.dissolve`: end a crowdloan that raised nothing or refunded everything."""

from __future__ import annotations

from contextlib import suppress

from chain_spec.pallets import crowdloan
from local_node.runtime.frame import Context, DispatchFailure, Origin, ensure
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.crowdloan.loan import contribution, open_for_creator
from local_node.runtime.pallets.preimage import bounded
from local_node.runtime.pallets.system.accounts import dec_providers


def dissolve(ctx: Context, origin: Origin, crowdloan_id: int) -> None:
    """Only the creator's contribution may be left; it is returned."""
    loan = open_for_creator(ctx, origin, crowdloan_id)
    creator, account = loan["creator"], loan["funds_account"]
    own = contribution(ctx, crowdloan_id, creator)
    ensure(own > 0, crowdloan.errors.NoContribution)
    ensure(own == loan["raised"], crowdloan.errors.NotReadyToDissolve)
    currency.transfer(ctx, account, creator, own, keep_alive=False)
    ctx.remove(crowdloan.storage.Contributions, (crowdloan_id, creator))
    if loan["call"] is not None:
        bounded.drop(ctx, loan["call"])
    # the account may have a consumer of another pallet, which the chain ignores
    with suppress(DispatchFailure), ctx.transaction():
        dec_providers(ctx, account)
    ctx.remove(crowdloan.storage.Crowdloans, crowdloan_id)
    ctx.remove(crowdloan.storage.MaxContributions, crowdloan_id)
    ctx.emit(crowdloan.events.Dissolved, crowdloan_id)
