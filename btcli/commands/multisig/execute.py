"""Execute a call of a multisig, with the last approval.

The call itself is needed: it is found by its hash if its file is here, and otherwise given with
--call-file or --call-hex.
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
from btsdk.ops import Multisig


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
        missing = needed - len({*approved, proxy_account.coldkey(context)})
        if missing > 0:
            raise UsageError(
                f"the call {call.hexadecimal} has {len(approved)} of {needed} approvals",
                hint=f"{missing} more before this one: `btcli multisig approve`.",
            )
        outcome = transact(context, client, Multisig(call.known(), members, needed))
    return calls.result(outcome, chosen, call, len(approved))
