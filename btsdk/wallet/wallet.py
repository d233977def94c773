"""A wallet: a coldkey and its hotkeys, in the layout of the existing tools.

    <path>/<name>/coldkey               encrypted
    <path>/<name>/coldkeypub.txt        public
    <path>/<name>/hotkeys/<hotkey>      plain by default
    <path>/<name>/hotkeys/<hotkey>pub.txt

Making a `Wallet` touches no file.
"""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path

from btsdk.errors import KeyFileExists, KeyFileMissing, UsageError, WalletError
from btsdk.keys import Keypair, PublicKey
from btsdk.wallet import changes, files, names
from btsdk.wallet.changes import Change
from btsdk.wallet.encryption import SENSITIVE, KdfProfile
from btsdk.wallet.passwords import PasswordSource
from btsdk.wallet.stored import StoredKey

DEFAULT_PATH = Path("~/.bittensor/wallets")
COLDKEY = names.COLDKEY
COLDKEY_PUBLIC = COLDKEY + names.PUBLIC_SUFFIX
HOTKEYS = names.HOTKEYS


class Wallet:
    """The key files of one wallet, with one hotkey selected."""

    def __init__(
        self,
        name: str = "default",
        hotkey: str = "default",
        path: str | os.PathLike[str] | None = None,
        *,
        kdf: KdfProfile = SENSITIVE,
    ) -> None:
        self.name = names.check_wallet_name(name)
        self.hotkey_name = names.check_hotkey_name(hotkey)
        self.path = Path(DEFAULT_PATH if path is None else path).expanduser()
        self._kdf = kdf
        self.coldkey = StoredKey(
            self.folder / COLDKEY, self.folder / COLDKEY_PUBLIC, kdf, self.folder
        )
        self.hotkey = self._stored_hotkey(hotkey)

    @property
    def folder(self) -> Path:
        return self.path / self.name

    def change(self) -> Change:
        """An atomic change of several keys (see `StoredKey.stage`).

        with wallet.change() as change:
            wallet.coldkey.stage(change, keypair, password)
            ...  # show its mnemonic: nothing is written before `apply`
            change.apply()
        """
        return Change(self.folder)

    @property
    def coldkeypub(self) -> PublicKey:
        """The coldkey's public key; needs no password."""
        return self.coldkey.public_key

    @property
    def hotkeypub(self) -> PublicKey:
        """The hotkey's public key; needs no password."""
        return self.hotkey.public_key

    def create_coldkey(
        self, password: PasswordSource | None, *, n_words: int = 12, overwrite: bool = False
    ) -> Keypair:
        """Create a coldkey, encrypted; plain text only if `password` is None.

        Its mnemonic (`keypair.reveal().mnemonic`) is the only backup if the files are lost.
        """
        return self.regenerate_coldkey(Keypair.generate(n_words), password, overwrite=overwrite)

    def create_hotkey(
        self,
        password: PasswordSource | None = None,
        *,
        n_words: int = 12,
        overwrite: bool = False,
    ) -> Keypair:
        """Create a hotkey, in plain text unless there is a password."""
        return self.regenerate_hotkey(Keypair.generate(n_words), password, overwrite=overwrite)

    def regenerate_coldkey(
        self, keypair: Keypair, password: PasswordSource | None, *, overwrite: bool = False
    ) -> Keypair:
        """Write a coldkey that was restored from a mnemonic, seed, private key, URI or keystore.

        A `coldkeypub.txt` of the same key may exist already.
        """
        self.coldkey.save(keypair, password, overwrite=overwrite)
        return keypair

    def regenerate_hotkey(
        self,
        keypair: Keypair,
        password: PasswordSource | None = None,
        *,
        overwrite: bool = False,
    ) -> Keypair:
        self.hotkey.save(keypair, password, overwrite=overwrite)
        return keypair

    def regenerate_coldkeypub(self, key: PublicKey, *, overwrite: bool = False) -> None:
        """Write only the public file, for a server that must not sign."""
        self.coldkey.save_public(key, overwrite=overwrite)

    def regenerate_hotkeypub(self, key: PublicKey, *, overwrite: bool = False) -> None:
        self.hotkey.save_public(key, overwrite=overwrite)

    def unlock_coldkey(self, password: PasswordSource | None = None) -> Keypair:
        """The coldkey as a signer; opened once. Without `source` the password comes from the
        environment."""
        return self.coldkey.unlock(password)

    def hotkey_signer(self, password: PasswordSource | None = None) -> Keypair:
        """The hotkey as a signer; a plain file needs no password."""
        return self.hotkey.unlock(password)

    def rename(self, new_name: str) -> Wallet:
        """Rename the wallet's directory; returns the wallet with its new name."""
        renamed = Wallet(new_name, self.hotkey_name, self.path, kdf=self._kdf)
        self._require()
        if files.taken(renamed.folder):
            raise KeyFileExists(str(renamed.folder), "a wallet of that name exists already")
        changes.settle(self.folder)
        try:
            os.rename(self.folder, renamed.folder)
        except OSError as error:
            raise files.failed(self.folder, "cannot be renamed", error) from error
        return renamed

    def rename_hotkey(self, new_name: str) -> Wallet:
        """Rename the hotkey's two files; returns the wallet with the hotkey's new name."""
        renamed = Wallet(self.name, new_name, self.path, kdf=self._kdf)
        self._require_hotkey()
        for new in (renamed.hotkey.private, renamed.hotkey.public):
            if files.taken(new):
                raise KeyFileExists(str(new), "a hotkey of that name exists already")
        with self.change() as change:
            for old, new in (
                (self.hotkey.private, renamed.hotkey.private),
                (self.hotkey.public, renamed.hotkey.public),
            ):
                if files.taken(old):
                    change.rename(old, new)
            change.apply()
        return renamed

    def remove(self, confirm: str) -> None:
        """Delete every key file of the wallet. `confirm` must be its name: this loses keys.

        Temporary files are deleted, too; other files stay.
        """
        self._confirmed(confirm, self.name, "wallet")
        self._require()
        with contextlib.suppress(WalletError):
            changes.settle(self.folder)
        hotkeys = self.folder / HOTKEYS
        for path in list(changes.staged_files(self.folder)):
            _delete(path)
        for key in (*map(self._stored_hotkey, _hotkey_names(hotkeys)), self.coldkey):
            _delete_key(key)
        self.hotkey.lock()
        # Other files stay, and then so does the directory.
        files.remove_empty([Path(os.path.realpath(self.folder)), hotkeys])
        if self.folder.is_symlink() and not files.is_folder(self.folder):
            _delete(self.folder)

    def remove_hotkey(self, confirm: str) -> None:
        """Delete the hotkey's files. `confirm` must be its name: this loses the key."""
        self._confirmed(confirm, self.hotkey_name, "hotkey")
        self._require_hotkey()
        changes.clean(self.folder)
        _delete_key(self.hotkey)

    def hotkey_names(self) -> list[str]:
        """All hotkeys of the wallet, sorted, including those with only a public file."""
        return _hotkey_names(self.folder / HOTKEYS)

    def _stored_hotkey(self, name: str) -> StoredKey:
        folder = self.folder / HOTKEYS
        public = folder / f"{name}{names.PUBLIC_SUFFIX}"
        return StoredKey(folder / name, public, self._kdf, self.folder)

    def _require(self) -> None:
        if not files.is_folder(self.folder):
            raise KeyFileMissing(str(self.folder), "there is no such wallet")

    def _require_hotkey(self) -> None:
        if not (self.hotkey.exists or self.hotkey.watched):
            raise KeyFileMissing(str(self.hotkey.private), "there is no such hotkey")

    def _confirmed(self, confirm: str, name: str, kind: str) -> None:
        if confirm != name:
            raise UsageError(f"to remove the {kind} {name!r} repeat its name")

    def __repr__(self) -> str:
        return f"Wallet(name={self.name!r}, hotkey={self.hotkey_name!r}, path={str(self.path)!r})"


def _hotkey_names(folder: Path) -> list[str]:
    present = (name for name in files.names(folder) if not name.startswith("."))
    return sorted({name.removesuffix(names.PUBLIC_SUFFIX) for name in present} - {""})


def _delete_key(key: StoredKey) -> None:
    key.lock()
    _delete(key.private)
    _delete(key.public)


def _delete(path: Path) -> None:
    """Delete a file or link; a directory stays."""
    try:
        if not stat.S_ISDIR(os.lstat(path).st_mode):
            os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise files.failed(path, "cannot be deleted", error) from error
