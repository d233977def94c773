"""The deletion of key files. Names must be given on the command line; defaults do not count.

Before the confirmation it is shown what the keys have on the network.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, TypedDict

from typer import Option

from btcli.commands.wallet import losses
from btcli.commands.wallet.losses import LossDocument
from btcli.context import Context
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.errors import KeyFileMissing, UsageError
from btsdk.wallet import WalletEntry, list_wallets

_LOST = "Without its mnemonic, a key and its funds are permanently lost."

OfflineOption = Annotated[
    bool, Option("--offline", help="Do not ask the network for balances and stakes.")
]


class RemovalData(TypedDict):
    """The result of `wallet remove`."""

    removed: str
    path: str
    lost: Annotated[LossDocument | None, "null if the network was not asked"]


def removed_wallet(context: Context, *, offline: bool = False) -> Result:
    """Delete all keys of the wallet of `--wallet-name`."""
    if context.choices.wallet_name is None:
        raise UsageError("no wallet was named", hint="Use --wallet-name NAME.")
    wallet = context.wallet
    if not wallet.folder.is_dir():
        raise KeyFileMissing(str(wallet.folder), "there is no such wallet")
    entries = list_wallets(wallet.path)
    entry = next((one for one in entries if one.name == wallet.name), None)
    lost = None if offline or entry is None else _lost(context, entry)
    if entry is not None:
        _say_copies(context, entry, entries)
    count = len(wallet.hotkey_names())
    coldkey = "the coldkey" if wallet.coldkey.exists else "the public file of the coldkey"
    keys = coldkey + (f" and {count} hotkey{'s' * (count > 1)}" if count else "")
    context.confirm_by_name(f"This deletes {keys} in {wallet.folder}. {_LOST}", wallet.name)
    wallet.remove(confirm=wallet.name)
    return _result(wallet.name, wallet.folder, lost)


def removed_hotkey(context: Context, *, offline: bool = False) -> Result:
    """Delete the hotkey of `--hotkey`."""
    if context.choices.wallet_name is None or context.choices.hotkey is None:
        raise UsageError("no hotkey was named", hint="Use --wallet-name NAME --hotkey NAME.")
    wallet = context.wallet
    stored = wallet.hotkey
    if not (stored.exists or stored.public.exists()):
        raise KeyFileMissing(str(stored.private), "there is no such hotkey")
    lost = None
    if not offline:
        entries = (one for one in list_wallets(wallet.path) if one.name == wallet.name)
        keys = (key for entry in entries for key in entry.hotkeys if key.name == wallet.hotkey_name)
        hotkeys = {key.public.ss58_address: key.name for key in keys if key.exists and key.public}
        lost = _shown(context, None, hotkeys)
    question = f"This deletes the hotkey in {stored.private}. {_LOST}"
    context.confirm_by_name(question, wallet.hotkey_name)
    wallet.remove_hotkey(confirm=wallet.hotkey_name)
    return _result(f"{wallet.name}/{wallet.hotkey_name}", stored.private, lost)


def _lost(context: Context, entry: WalletEntry) -> LossDocument | None:
    """What the private keys of a wallet have on the network."""
    coldkey, public = entry.coldkey, entry.coldkey.public
    if coldkey.exists and public is None:
        context.output.warn("The address of the coldkey is unknown, so its balance is not shown.")
    elif not coldkey.exists:
        context.output.say("The wallet has no private coldkey: no funds depend on its files.")
    address = public.ss58_address if coldkey.exists and public is not None else None
    keys = [key for key in entry.hotkeys if key.exists]
    return _shown(
        context, address, {key.public.ss58_address: key.name for key in keys if key.public}
    )


def _shown(context: Context, coldkey: str | None, hotkeys: dict[str, str]) -> LossDocument | None:
    if coldkey is None and not hotkeys:
        return None
    found = losses.find(context, coldkey, hotkeys)
    if found is None:
        return None
    if not context.output.as_json:
        context.output.show(losses.block_of(found, context.network), to_stderr=True)
    return losses.document_of(found)


def _say_copies(context: Context, entry: WalletEntry, entries: list[WalletEntry]) -> None:
    """Name the other wallets that have the private coldkey, too."""
    public = entry.coldkey.public
    copies = [
        one.name
        for one in entries
        if one.name != entry.name and one.coldkey.exists and one.coldkey.public == public
    ]
    if public is not None and copies:
        context.output.say(f"The same coldkey is in: {', '.join(copies)}.")


def _result(name: str, place: Path, lost: LossDocument | None) -> Result:
    data = {"removed": name, "path": str(place), "lost": lost}
    return Result(data, (Line(f"Deleted {name}."),))
