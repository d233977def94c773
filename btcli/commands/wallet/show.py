"""Show all keys of a wallet: addresses, files, encryption and problems.

The command needs no password and reads no chain.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.wallet import shown_keys
from btcli.commands.wallet.shown_keys import ShownKeyDocument
from btcli.context import Context
from btcli.documents import FindingDocument, finding_document
from btcli.output import Result
from btcli.render.wallets import findings_table
from btsdk.errors import WalletError
from btsdk.wallet import check_wallet, list_wallets


class WalletData(TypedDict):
    """The result of `wallet show`."""

    name: str
    path: str
    coldkey: ShownKeyDocument
    hotkeys: list[ShownKeyDocument]
    findings: list[FindingDocument]


@command(options.wallet_name, options.wallet_path, options.output, data=WalletData)
def run(context: Context) -> Result:
    wallet = context.wallet
    entry = next((one for one in list_wallets(wallet.path) if one.name == wallet.name), None)
    if entry is None:
        raise WalletError(str(wallet.path), f"there is no wallet {wallet.name!r}")
    found = check_wallet(wallet)
    coldkey, *hotkeys = shown_keys.of_wallet(wallet, entry)
    data = {
        "name": wallet.name,
        "path": str(wallet.folder),
        "coldkey": coldkey,
        "hotkeys": hotkeys,
        "findings": [finding_document(one) for one in found],
    }
    blocks = [shown_keys.key_facts(key) for key in (coldkey, *hotkeys)]
    return Result(data, (*blocks, *([findings_table(found)] if found else [])))
