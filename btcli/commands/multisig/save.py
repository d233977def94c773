"""Save a multisig under a name, with its signatories and threshold.

The name stands for its address in all commands, and for --multisig: `btcli wallet transfer
--multisig NAME …` opens a call for approval. `btcli addr remove` removes it.
"""

from __future__ import annotations

from typing import Annotated

from typer import Argument, Option

from btcli import options
from btcli.accounts import address_book, known_names
from btcli.accounts.address_book import SavedAddress
from btcli.command import command
from btcli.commands.multisig import signers
from btcli.context import Context
from btcli.output import Result


@command(options.wallet_path, options.output, data=signers.SetDocument)
def run(
    context: Context,
    name: Annotated[str, Argument(metavar="NAME", help="New name.")],
    signatories: signers.SignatoriesOption = None,
    threshold: signers.ThresholdOption = None,
    note: Annotated[str, Option("--note", help="Note that is shown in the list.")] = "",
) -> Result:
    known_names.check_free(context, address_book.check_name(name))
    found = signers.given(context, name, signatories, threshold)
    address_book.save(SavedAddress(name, found.address, note, None, found.signers))
    return Result(found.document(), (found.facts(),))
