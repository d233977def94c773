"""Set whether the coldkey accepts locked alpha that others transfer to it.

The chain's default is to reject it.
"""

from __future__ import annotations

from typing import Annotated

from typer import Option

from btcli import options
from btcli.accounts import proxy_account
from btcli.command import command
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import SetRejectLockedAlpha


class LockAcceptData(TransactionData):
    """The result of `lock accept`."""

    coldkey: str
    accepts_locked_alpha: Annotated[bool, "what was asked for"]


@command(*options.TRANSACTING, data=LockAcceptData)
def run(
    context: Context,
    allow: Annotated[
        bool | None, Option("--allow/--reject", help="Accept locked alpha, or reject it.")
    ] = None,
) -> Result:
    if allow is None:
        raise UsageError("give either --allow or --reject")
    coldkey = proxy_account.coldkey(context)
    with context.client() as client:
        outcome = transact(context, client, SetRejectLockedAlpha(not allow))
        return outcome.result(coldkey=coldkey, accepts_locked_alpha=allow)
