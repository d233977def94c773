"""Cancel an open call of a multisig.

Only the signatory who opened it can cancel it, and gets the deposit back.
"""

from __future__ import annotations

from btcli import named_call_options
from btcli.accounts import kept_calls
from btcli.command import command
from btcli.commands.multisig import calls, signers
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.ops import CancelMultisig


@command(*signers.SIGNING, data=calls.MultisigCallData)
def run(
    context: Context,
    name: signers.MultisigOption = None,
    signatories: signers.SignatoriesOption = None,
    threshold: signers.ThresholdOption = None,
    call_hash: named_call_options.CallHashOption = None,
    call_hex: named_call_options.CallHexOption = None,
    call_file: named_call_options.CallFileOption = None,
) -> Result:
    chosen = signers.chosen(context, name, signatories, threshold)
    members, needed = chosen.signers.signatories, chosen.signers.threshold
    with context.client() as client:
        call = kept_calls.given(context, call_hash, call_hex, call_file)
        approved = calls.approvals(client.head(), chosen, call)
        outcome = transact(context, client, CancelMultisig(call.call_hash, members, needed))
    return calls.result(outcome, chosen, call, len(approved))
