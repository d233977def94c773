"""Restore wallets from an encrypted backup.

No key is replaced. If a file differs from the one in the backup, nothing is restored; choose other
wallets, or another directory with --wallet-path. Keys that are there already are kept.
"""

from __future__ import annotations

from typing import Annotated, TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.wallet import archived_keys
from btcli.commands.wallet.archived_keys import ArchivedKeyDocument
from btcli.context import Context
from btcli.output import Result
from btsdk.wallet import archive
from btsdk.wallet.passwords import unlock


class RestoreData(TypedDict):
    """The result of `wallet restore`."""

    path: str
    restored: list[ArchivedKeyDocument]
    kept: Annotated[list[ArchivedKeyDocument], "the same files were there already"]


@command(
    options.wallet_name,
    options.wallet_path,
    options.password,
    options.output,
    data=RestoreData,
)
def run(
    context: Context,
    file: archived_keys.ArchiveOption,
    wallets: archived_keys.WalletsOption = None,
) -> Result:
    path = file.expanduser().absolute()
    content = archive.read(path)
    keys = unlock(
        context.passwords,
        path,
        lambda password: archive.open_archive(content, password, str(path)),
    )
    chosen = archived_keys.chosen_keys(context, wallets, keys)
    restored = archive.restore(chosen, context.wallet_path)
    data = {
        "path": str(context.wallet_path),
        "restored": [archived_keys.document(key) for key in restored],
        "kept": [archived_keys.document(key) for key in chosen if key not in restored],
    }
    title, empty = f"Restored to {context.wallet_path}", "All keys of the backup are there already."
    return Result(data, (archived_keys.table(restored, title, empty),))
