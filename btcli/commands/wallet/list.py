"""List wallets and their keys."""

from __future__ import annotations

from typing import Annotated, TypedDict

from typer import Option

from btcli import options
from btcli.accounts import key_warnings
from btcli.command import command
from btcli.context import Context
from btcli.documents import WalletDocument, wallet_document
from btcli.output import Result
from btcli.render.wallets import wallet_table
from btsdk.errors import WalletError
from btsdk.wallet import check_wallet, check_wallets, list_wallets


class WalletsData(TypedDict):
    """The result of `wallet list`."""

    path: str
    wallets: list[WalletDocument]


@command(options.wallet_name, options.wallet_path, options.output, data=WalletsData)
def run(
    context: Context,
    coldkeys_only: Annotated[bool, Option("--coldkeys-only", help="Omit hotkeys.")] = False,
) -> Result:
    named = context.choices.wallet_name
    found = [one for one in list_wallets(context.wallet_path) if named in (None, one.name)]
    if named is not None and not found:
        raise WalletError(str(context.wallet_path), f"there is no wallet {named!r}")
    if named is None:
        key_warnings.of_findings(context, check_wallets(context.wallet_path))
    else:
        key_warnings.of_findings(context, check_wallet(context.wallet))
    data = {
        "path": str(context.wallet_path),
        "wallets": [wallet_document(entry, coldkeys_only) for entry in found],
    }
    return Result(data, (wallet_table(found, context.wallet_path, coldkeys_only),))
