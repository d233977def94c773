"""What `wallet backup` and `wallet restore` have in common."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Literal, TypedDict

from typer import Option

from btcli.render.blocks import Table
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


def _state(key: ArchivedKey) -> str:
    if key.private is None:
        return "watch-only"
    return "encrypted" if key.encrypted else "no password of its own"
