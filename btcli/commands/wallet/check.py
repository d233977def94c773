"""Check key files for wrong modes, leftovers, wrong public files and damage.

Also reports signatures made with metadata that the chain did not verify. The command needs no
password and changes nothing. The exit code is 1 if there are problems.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.wallet import metadata_check
from btcli.context import Context
from btcli.documents import FindingDocument, finding_document
from btcli.failures import findings_failure
from btcli.output import Result
from btcli.render.blocks import Line
from btcli.render.wallets import findings_table
from btsdk.errors import WalletError
from btsdk.wallet import check_wallet, check_wallets


class CheckData(TypedDict):
    """The result of `wallet check`; with findings the error is `problems_found`."""

    path: str
    findings: list[FindingDocument]
    metadata: list[metadata_check.CachedMetadataDocument]


@command(options.wallet_name, options.wallet_path, options.output, data=CheckData)
def run(context: Context) -> Result:
    path = context.wallet_path
    if context.choices.wallet_name is None:
        found = check_wallets(path)
    elif context.wallet.folder.exists():
        found = check_wallet(context.wallet)
    else:
        raise WalletError(str(path), f"there is no wallet {context.wallet.name!r}")
    found = [*found, *metadata_check.findings()]
    data = {
        "path": str(path),
        "findings": [finding_document(one) for one in found],
        "metadata": metadata_check.document(),
    }
    unverified_note = metadata_check.unverified_note()
    notes = () if unverified_note is None else (Line(unverified_note),)
    if not found:
        return Result(data, (Line(f"No problems in {path}."), *notes))
    return Result(data, (findings_table(found), *notes), findings_failure(len(found)))
