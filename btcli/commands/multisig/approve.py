"""Approve a call of a multisig, without executing it.

`multisig execute` gives the last approval. A call that is not open yet is opened, which reserves a
deposit. If the call itself is known, here or with --call-file, the preview shows it; otherwise only
its hash is approved.
"""

from __future__ import annotations

from btcli import named_call_options
from btcli.accounts import kept_calls, proxy_account
from btcli.command import command
from btcli.commands.multisig import calls, signers
from btcli.context import Context
from btcli.output import Result
from btcli.transaction import transact
from btsdk.errors import UsageError
from btsdk.ops import ApproveMultisig, Multisig


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
        mine = proxy_account.coldkey(context)
        if len(approved) + 1 >= needed and mine not in approved:
            raise UsageError(
                f"this would be the last of {needed} approvals, which executes the call",
                hint="Use `btcli multisig execute` with the same options.",
            )
        operation: ApproveMultisig | Multisig = ApproveMultisig(call.call_hash, members, needed)
        if call.data is not None:
            operation = Multisig(call.data, members, needed, hash_only=True)
        outcome = transact(context, client, operation)
    return calls.result(outcome, chosen, call, len(approved))
