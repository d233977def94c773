"""The list of wallets, without a password: nothing is decrypted, and a bad file hides no other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from btsdk.errors import UsageError, WalletError
from btsdk.keys import PublicKey
from btsdk.wallet import files
from btsdk.wallet.stored import StoredKey
from btsdk.wallet.wallet import DEFAULT_PATH, Wallet


@dataclass(frozen=True)
class KeyEntry:
    """One key on disk. `public` is None if it is unknown without a password, or at all."""

    name: str
    public: PublicKey | None
    exists: bool
    encrypted: bool
    problem: str | None


@dataclass(frozen=True)
class WalletEntry:
    name: str
    folder: Path
    coldkey: KeyEntry
    hotkeys: tuple[KeyEntry, ...]


def list_wallets(path: Path | None = None) -> list[WalletEntry]:
    """The wallets in a directory, sorted by name; empty if there is none.

    Raises `WalletError` if it is not a directory, or unreadable.
    """
    root = (path or DEFAULT_PATH).expanduser()
    try:
        folders = sorted(root.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise WalletError(str(root), f"no wallets can be read here: {error.strerror}") from error
    found = []
    for folder in folders:
        wallet = _wallet_of(folder)
        if wallet is not None and (entry := _entry(wallet)) is not None:
            found.append(entry)
    return found


def _wallet_of(folder: Path, hotkey: str = "default") -> Wallet | None:
    """The entry of a wallet; None for anything else, such as a file or a hidden directory."""
    try:
        return Wallet(folder.name, hotkey, folder.parent) if files.is_folder(folder) else None
    except (UsageError, WalletError):
        return None


def _entry(wallet: Wallet) -> WalletEntry | None:
    coldkey = _key("coldkey", wallet.coldkey)
    try:
        names = wallet.hotkey_names()
    except WalletError:  # `checking` reports it
        names = []
    hotkeys = []
    for name in names:
        chosen = _wallet_of(wallet.folder, name)
        if chosen is not None:
            hotkeys.append(_key(name, chosen.hotkey))
    if coldkey is None and not hotkeys:
        return None
    missing = KeyEntry("coldkey", None, False, False, "there is no such key file")
    return WalletEntry(
        wallet.name,
        wallet.folder,
        coldkey or missing,
        tuple(key for key in hotkeys if key is not None),
    )


def _key(name: str, stored: StoredKey) -> KeyEntry | None:
    """The entry of a key; None if neither of its files exists."""
    exists = encrypted = False
    try:
        exists = stored.exists
        if not (exists or stored.watched):
            return None
        encrypted = exists and stored.encrypted
        return KeyEntry(name, stored.public_key, exists, encrypted, None)
    except WalletError as error:
        return KeyEntry(name, None, exists, encrypted, error.reason)
