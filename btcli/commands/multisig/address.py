"""Show the address of a multisig.

It follows from the signatories, in any order, and the threshold; no chain is asked.
"""

from __future__ import annotations

from btcli import options
from btcli.command import command
from btcli.commands.multisig import signers
from btcli.context import Context
from btcli.output import Result


@command(options.wallet_path, options.output, data=signers.SetDocument)
def run(
    context: Context,
    name: signers.MultisigOption = None,
    signatories: signers.SignatoriesOption = None,
    threshold: signers.ThresholdOption = None,
) -> Result:
    found = signers.chosen(context, name, signatories, threshold)
    return Result(found.document(), (found.facts(),))
