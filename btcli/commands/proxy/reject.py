"""Reject or take back an announced call.

With --delegate the coldkey rejects what that proxy announced for it; with --real it takes back what
it announced itself for that account. `proxy list` shows the announcements.
"""

from __future__ import annotations

from typing import Annotated

from btcli import named_call_options, options
from btcli.accounts import kept_calls, selection
from btcli.command import command
from btcli.commands.proxy import proxy_options
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import RejectAnnouncement, RemoveAnnouncement


class CallRejectedData(TransactionData):
    """The result of `proxy reject`."""

    call_hash: str
    delegate: Annotated[str | None, "null with `--real`"]
    real: Annotated[str | None, "null with `--delegate`"]


@command(*options.TRANSACTING, data=CallRejectedData)
def run(
    context: Context,
    delegate: proxy_options.OptionalDelegateOption = None,
    real: proxy_options.RealOption = None,
    call_hash: named_call_options.CallHashOption = None,
    call_hex: named_call_options.CallHexOption = None,
    call_file: named_call_options.CallFileOption = None,
) -> Result:
    named = delegate or real
    if named is None or (delegate and real):
        raise UsageError("give either --delegate or --real")
    account = selection.account(context, named)
    with context.client() as client:
        call = kept_calls.given(context, call_hash, call_hex, call_file)
        operation: RejectAnnouncement | RemoveAnnouncement
        if delegate is not None:
            operation = RejectAnnouncement(account, call.call_hash)
        else:
            operation = RemoveAnnouncement(account, call.call_hash)
        outcome = transact(context, client, operation)
    return outcome.result(
        call_hash=call.hexadecimal,
        delegate=account if delegate is not None else None,
        real=account if delegate is None else None,
    )
