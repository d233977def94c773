"""The deletion of key files. Names must be given on the command line; defaults do not count."""

from __future__ import annotations

from pathlib import Path
from typing import TypedDict

from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.errors import KeyFileMissing, UsageError

_LOST = "Without its mnemonic, a key and its funds are permanently lost."


class RemovalData(TypedDict):
    """The result of `wallet remove`."""

    removed: str
    path: str


def removed_wallet(context: Context) -> Result:
    """Delete all keys of the wallet of `--wallet-name`."""
    if context.choices.wallet_name is None:
        raise UsageError("no wallet was named", hint="Use --wallet-name NAME.")
    wallet = context.wallet
    if not wallet.folder.is_dir():
        raise KeyFileMissing(str(wallet.folder), "there is no such wallet")
    count = len(wallet.hotkey_names())
    keys = "the coldkey" + (f" and {count} hotkey{'s' * (count > 1)}" if count else "")
    context.confirm_by_name(f"This deletes {keys} in {wallet.folder}. {_LOST}", wallet.name)
    wallet.remove(confirm=wallet.name)
    return _result(wallet.name, wallet.folder)


def removed_hotkey(context: Context) -> Result:
    """Delete the hotkey of `--hotkey`."""
    if context.choices.wallet_name is None or context.choices.hotkey is None:
        raise UsageError("no hotkey was named", hint="Use --wallet-name NAME --hotkey NAME.")
    wallet = context.wallet
    stored = wallet.hotkey
    if not (stored.exists or stored.public.exists()):
        raise KeyFileMissing(str(stored.private), "there is no such hotkey")
    question = f"This deletes the hotkey in {stored.private}. {_LOST}"
    context.confirm_by_name(question, wallet.hotkey_name)
    wallet.remove_hotkey(confirm=wallet.hotkey_name)
    return _result(f"{wallet.name}/{wallet.hotkey_name}", stored.private)


def _result(name: str, place: Path) -> Result:
    return Result({"removed": name, "path": str(place)}, (Line(f"Deleted {name}."),))
