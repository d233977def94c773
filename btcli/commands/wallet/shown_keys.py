"""The keys of one wallet in full, without a password."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from btcli.documents import KeyDocument, key_document
from btcli.render.blocks import Facts
from btsdk.errors import WalletError
from btsdk.wallet import KeyEntry, Wallet, WalletEntry
from btsdk.wallet.encryption import Encryption
from btsdk.wallet.stored import StoredKey

_OLDER = {Encryption.ANSIBLE, Encryption.FERNET}
_NAMES = {
    Encryption.NACL: "nacl",
    Encryption.ANSIBLE: "ansible",
    Encryption.FERNET: "fernet",
    Encryption.TESTING: "testing",
}


class ShownKeyDocument(KeyDocument):
    """A key of a wallet in full."""

    kind: Annotated[str, "`coldkey` or `hotkey`"]
    public_key: Annotated[str | None, "hex; null without a public file"]
    crypto: Annotated[str | None, "`sr25519` or `ed25519`; null without a public file"]
    encryption: Annotated[str | None, "`nacl`, or the older `ansible` or `fernet`; null if plain"]
    file: Annotated[str | None, "the private key file; null if there is none"]
    mode: Annotated[str | None, "its mode in octal"]
    public_file: str | None


def of_wallet(wallet: Wallet, entry: WalletEntry) -> Iterator[ShownKeyDocument]:
    """The coldkey, then the hotkeys."""
    yield _document("coldkey", wallet.coldkey, entry.coldkey)
    for hotkey in entry.hotkeys:
        stored = Wallet(wallet.name, hotkey.name, wallet.path).hotkey
        yield _document("hotkey", stored, hotkey)


def key_facts(key: ShownKeyDocument) -> Facts:
    """A key, its files and their state."""
    rows = [("address", key["ss58"] or "unknown without the password")]
    if key["public_key"]:
        rows.append(("public key", f"{key['public_key']} ({key['crypto']})"))
    if key["file"]:
        rows.append(("file", f"{key['file']} (mode {key['mode']})"))
    rows += [("public file", key["public_file"])] if key["public_file"] else []
    rows.append(("state", _state(key)))
    title = "Coldkey" if key["kind"] == "coldkey" else f"Hotkey {key['name']}"
    return Facts(rows, title=title)


def _state(key: ShownKeyDocument) -> str:
    if key["problem"]:
        return key["problem"]
    if not key["private"]:
        return "watch only: the private key is not here"
    encryption = key["encryption"]
    if encryption is None:
        return "unencrypted"
    if encryption in {_NAMES[one] for one in _OLDER}:
        return (
            f"encrypted ({encryption}, an older format; `btcli wallet change-password` renews it)"
        )
    return f"encrypted ({encryption})"


def _document(kind: str, stored: StoredKey, entry: KeyEntry) -> ShownKeyDocument:
    public = entry.public
    return {
        **key_document(entry),
        "kind": kind,
        "public_key": None if public is None else "0x" + public.public_key.hex(),
        "crypto": None if public is None else public.crypto,
        "encryption": _encryption(stored) if entry.exists else None,
        "file": str(stored.private) if entry.exists else None,
        "mode": _mode(stored.private),
        "public_file": str(stored.public) if os.path.lexists(stored.public) else None,
    }


def _encryption(stored: StoredKey) -> str | None:
    try:
        found = stored.encryption
    except WalletError:  # `problem` says why
        return None
    return None if found is None else _NAMES[found]


def _mode(path: Path) -> str | None:
    try:
        return f"{stat.S_IMODE(os.stat(path).st_mode):03o}"
    except OSError:
        return None
