"""Announce a call for an account whose proxy has a delay.

Only the hash of the call is sent. After the delay `proxy execute` executes it. Other commands
announce their own call with --proxy and --announce-only.
"""

from __future__ import annotations

from btcli import named_call_options
from btcli.accounts import kept_calls
from btcli.command import command
from btcli.commands.proxy import proxy_options
from btcli.commands.proxy.acting import SIGNING_ALONE, real_account
from btcli.context import Context
from btcli.documents import TransactionData
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import Announced, RawCall


class CallAnnouncedData(TransactionData):
    """The result of `proxy announce`."""

    real: str
    call_hash: str


@command(*SIGNING_ALONE, data=CallAnnouncedData)
def run(
    context: Context,
    real: proxy_options.RealOption = None,
    call_hash: named_call_options.CallHashOption = None,
    call_hex: named_call_options.CallHexOption = None,
    call_file: named_call_options.CallFileOption = None,
    older: proxy_options.OlderProxyOption = None,
) -> Result:
    account = real_account(context, real, older)
    with context.client() as client:
        call = kept_calls.given(context, call_hash, call_hex, call_file)
        found = client.head().metadata.decode_call(call.known())
        operation = Announced(RawCall(found.pallet, found.name, found.args), account)
        outcome = transact(context, client, operation)
    return outcome.result(real=account, call_hash=call.hexadecimal)
