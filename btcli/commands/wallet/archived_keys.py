"""What `wallet backup` and `wallet restore` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, TypedDict

from typer import Option

from btcli.context import Context
from btcli.render.blocks import Table
from btsdk.errors import KeyFileMissing, UsageError
from btsdk.wallet import Wallet, files, list_wallets
from btsdk.wallet.archive import ArchivedKey

ArchiveOption = Annotated[Path, Option("--file", "-f", metavar="FILE", help="Backup file.")]
WalletsOption = Annotated[
    list[str] | None,
    Option("--wallets", metavar="NAME", help="Only this wallet; may be given several times."),
]


class ArchivedKeyDocument(TypedDict):
    """A key in a backup."""

    wallet: str
    kind: Literal["coldkey", "hotkey"]
    name: str
    ss58: Annotated[str | None, "null for an encrypted key without a public file"]
    private: Annotated[bool, "false for a watch-only key"]
    encrypted: Annotated[bool, "whether the key has a password of its own"]


def document(key: ArchivedKey) -> ArchivedKeyDocument:
    return {
        "wallet": key.wallet,
        "kind": "coldkey" if key.hotkey is None else "hotkey",
        "name": key.hotkey or key.wallet,
        "ss58": key.address,
        "private": key.private is not None,
        "encrypted": key.encrypted,
    }


def table(keys: Sequence[ArchivedKey], title: str, empty: str) -> Table:
    rows = [
        (key.wallet, key.hotkey or "coldkey", key.address or "unknown", _state(key)) for key in keys
    ]
    return Table(("wallet", "key", "address", "state"), rows, title=title, empty=empty)


def chosen_wallets(context: Context, named: list[str] | None) -> list[Wallet]:
    """The wallets to back up: those that are named, otherwise all of them."""
    names = list(dict.fromkeys(named or ()))
    if context.choices.wallet_name is not None and context.choices.wallet_name not in names:
        names.insert(0, context.choices.wallet_name)
    if not names:
        names = [entry.name for entry in list_wallets(context.wallet_path)]
    chosen = [Wallet(name, path=context.wallet_path) for name in names]
    for wallet in chosen:
        if not files.is_folder(wallet.folder):
            raise KeyFileMissing(str(wallet.folder), "there is no such wallet")
    return chosen


def chosen_keys(
    context: Context, named: list[str] | None, keys: list[ArchivedKey]
) -> list[ArchivedKey]:
    """The keys of a backup to restore: those of the wallets that are named, otherwise all."""
    names = {*(named or ()), context.choices.wallet_name} - {None}
    held = {key.wallet for key in keys}
    if names - held:
        raise UsageError(
            f"the backup has no wallet {min(map(str, names - held))!r}",
            hint=f"Its wallets: {', '.join(sorted(held))}.",
        )
    return [key for key in keys if not names or key.wallet in names]


def _state(key: ArchivedKey) -> str:
    if key.private is None:
        return "watch-only"
    return "encrypted" if key.encrypted else "no password of its own"
