"""Execute an announced call after its delay.

Any account may sign this. The call itself is needed: it is found by its hash if it was announced
here, and otherwise given with --call-file or --call-hex.
"""

from __future__ import annotations

from btcli import named_call_options
from btcli.accounts import kept_calls, selection
from btcli.command import command
from btcli.commands.proxy import proxy_options
from btcli.commands.proxy.acting import SIGNING_ALONE, real_account
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import ExecuteAnnounced


class CallExecutedData(TransactionData):
    """The result of `proxy execute`."""

    delegate: str
    real: str
    call_hash: str


@command(*SIGNING_ALONE, data=CallExecutedData)
def run(
    context: Context,
    real: proxy_options.RealOption = None,
    delegate: proxy_options.OptionalDelegateOption = None,
    call_hash: named_call_options.CallHashOption = None,
    call_hex: named_call_options.CallHexOption = None,
    call_file: named_call_options.CallFileOption = None,
    older: proxy_options.OlderProxyOption = None,
) -> Result:
    account = real_account(context, real, older)
    proxy = selection.coldkey(context, delegate)
    with context.client() as client:
        call = kept_calls.given(context, call_hash, call_hex, call_file)
        operation = ExecuteAnnounced(proxy, account, call.known())
        outcome = transact(context, client, operation)
    return outcome.result(delegate=proxy, real=account, call_hash=call.hexadecimal)
