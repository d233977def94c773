"""List the open calls of a multisig.

The chain has only their hashes. A call is shown if its file is here: see --call-file of `multisig
approve`.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.accounts import known_names
from btcli.command import command
from btcli.commands.multisig import open_calls, signers
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.terminal.block import Block


class PendingCallsData(TypedDict):
    """The result of `multisig pending`."""

    multisig: signers.SetDocument
    block: int
    calls: list[open_calls.OpenCallDocument]


@command(options.wallet_path, *options.READING, data=PendingCallsData)
def run(
    context: Context,
    name: signers.MultisigOption = None,
    signatories: signers.SignatoriesOption = None,
    threshold: signers.ThresholdOption = None,
) -> Result:
    chosen = signers.chosen(context, name, signatories, threshold)
    with context.client() as client:
        view = client.head()
        found = open_calls.read(view, chosen)
    data = {
        "multisig": chosen.document(),
        "block": view.number,
        "calls": [call.document() for call in found],
    }
    names = known_names.of_addresses(context)
    none = Line(f"{chosen.name or chosen.address} has no open calls.")
    blocks: tuple[Block, ...] = tuple(call.facts(names) for call in found) or (none,)
    return Result(data, blocks)
