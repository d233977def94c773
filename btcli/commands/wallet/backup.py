"""Write an encrypted backup of wallets to a new file.

All wallets are included unless --wallet-name or --wallets chooses some. The backup has a password
of its own. Key files are stored as they are, so an encrypted coldkey also keeps its password: both
are needed to sign after a restore.
"""

from __future__ import annotations

from typing import TypedDict

from btcli import options
from btcli.command import command
from btcli.commands.wallet import archived_keys
from btcli.commands.wallet.archived_keys import ArchivedKeyDocument
from btcli.context import Context
from btcli.output import Result
from btsdk.errors import KeyFileExists, KeyFileMissing
from btsdk.wallet import archive, files
from btsdk.wallet.passwords import for_new


class BackupData(TypedDict):
    """The result of `wallet backup`."""

    file: str
    keys: list[ArchivedKeyDocument]


@command(
    options.wallet_name,
    options.wallet_path,
    options.password,
    options.output,
    data=BackupData,
)
def run(
    context: Context,
    file: archived_keys.ArchiveOption,
    wallets: archived_keys.WalletsOption = None,
) -> Result:
    path = file.expanduser().absolute()
    keys = archive.collect(archived_keys.chosen_wallets(context, wallets))
    if not keys:
        raise KeyFileMissing(str(context.wallet_path), "there is no key to back up")
    if files.taken(path):  # before a password is asked for; `write` decides
        raise KeyFileExists(
            str(path), "it exists already", hint="Nothing was changed. Choose another name."
        )
    archive.write(path, archive.seal(keys, for_new(context.passwords, path)))
    data = {"file": str(path), "keys": [archived_keys.document(key) for key in keys]}
    return Result(data, (archived_keys.table(keys, f"Backed up to {path}", ""),))
