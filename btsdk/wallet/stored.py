"""A key on disk: a private file, encrypted or plain, and the public file beside it.

Coldkeys and hotkeys differ in their paths alone. The private file is never replaced without
`overwrite`, and what it holds is checked against the public file before anybody signs with it. The
private file is the truth: a public file that is missing is written anew when the key is opened. An
unlocked key is kept for the life of the object, because opening it costs seconds by design.
"""

from __future__ import annotations

import contextlib
import shlex
from pathlib import Path

from btsdk.errors import (
    KeyFileCorrupt,
    KeyFileExists,
    KeyFileMissing,
    UsageError,
    WalletError,
)
from btsdk.keys import Keypair, PublicKey
from btsdk.wallet import encryption, files, keyfile, passwords
from btsdk.wallet.changes import Change, clean, settle
from btsdk.wallet.encryption import KdfProfile
from btsdk.wallet.passwords import PasswordSource


class StoredKey:
    """One private file with its public one; `repr` and errors name paths only.

    `folder` is the wallet's, whose changes are made one at a time.
    """

    def __init__(
        self,
        private: Path,
        public: Path,
        kdf: KdfProfile = encryption.SENSITIVE,
        folder: Path | None = None,
    ) -> None:
        self.private = private
        self.public = public
        self.folder = private.parent if folder is None else folder
        self._kdf = kdf
        self._unlocked: Keypair | None = None

    @property
    def exists(self) -> bool:
        """Whether there is a private file; a watch-only key has just the public one."""
        settle(self.folder)
        return files.taken(self.private)

    @property
    def watched(self) -> bool:
        """Whether there is a public file."""
        settle(self.folder)
        return files.taken(self.public)

    @property
    def encrypted(self) -> bool:
        return encryption.encryption_of(self._content()) is not None

    @property
    def public_key(self) -> PublicKey:
        """From the public file or, where that is missing, from a plain private one."""
        if self.watched:
            return keyfile.load_public(files.read(self.public), str(self.public))
        data = self._content()
        if encryption.encryption_of(data) is not None:
            raise KeyFileMissing(
                str(self.public),
                "there is no such key file, and the private key is encrypted",
                hint=f"Write it from the private key with: {self.rewriting()}",
            )
        return keyfile.load_public(data, str(self.private))

    def save(
        self, keypair: Keypair, password: PasswordSource | None, *, overwrite: bool = False
    ) -> None:
        """Write both files; the private one in plain text where `password` is None."""
        with Change(self.folder) as change:
            self.stage(change, keypair, password, overwrite=overwrite)
            change.apply()
        self._unlocked = keypair

    def stage(
        self,
        change: Change,
        keypair: Keypair,
        password: PasswordSource | None,
        *,
        overwrite: bool = False,
    ) -> None:
        """Both files as a part of a greater change, which its owner applies."""
        waiting = self.check_free(keypair.public, overwrite=overwrite)
        private = self._sealed(keyfile.dump_keypair(keypair), password)
        content = {self.private: private, self.public: keyfile.dump_public(keypair.public)}
        for path in waiting:
            change.write(path, content[path], overwrite=overwrite)

    def check_free(self, key: PublicKey | None, *, overwrite: bool = False) -> list[Path]:
        """The files that a new key needs; raises `KeyFileExists` where one of them is taken.

        `key` is the new key, where it is known: a public file of it may be there already.
        """
        waiting = [self.private]
        if overwrite or key is None or not self._has_public(key):
            waiting.append(self.public)
        if not overwrite:
            self._refuse_existing(waiting)
        return waiting

    def save_public(self, key: PublicKey, *, overwrite: bool = False) -> None:
        """Write the public file alone: to watch a key, or to replace a lost file."""
        with Change(self.folder) as change:
            change.write(self.public, keyfile.dump_public(key), overwrite=overwrite)
            change.apply()

    def restore_public(
        self,
        password: PasswordSource | None,
        expected: PublicKey | None = None,
        *,
        overwrite: bool = False,
    ) -> PublicKey:
        """Write the public file from the private key; `expected` has to be that key.

        A public file of another key, or one that cannot be read, is replaced with `overwrite` only.
        """
        clean(self.folder)
        keypair = keyfile.load_keypair(self._opened(password), str(self.private))
        if expected is not None and expected.public_key != keypair.public_key:
            raise UsageError(
                f"{self.private} holds the private key of {keypair.ss58_address}, and not of "
                f"{expected.ss58_address}",
                hint="Nothing was changed. Without an address it is taken from the private key.",
            )
        self._unlocked = keypair
        with contextlib.suppress(WalletError):
            if self._has_public(keypair.public):
                return keypair.public
        if self.watched and not overwrite:
            raise KeyFileExists(
                str(self.public),
                f"it is there already, and not of {keypair.ss58_address}, the private key's "
                "address",
                hint="Nothing was changed. --overwrite replaces it.",
            )
        self.save_public(keypair.public, overwrite=overwrite)
        return keypair.public

    def unlock(self, password: PasswordSource | None = None) -> Keypair:
        """The keypair. None asks the environment alone; plain files need no password."""
        if self._unlocked is None:
            self._unlocked = self._checked(self._opened(password))
        return self._unlocked

    def lock(self) -> None:
        """Forget the unlocked key."""
        self._unlocked = None

    def change_password(self, old: PasswordSource | None, new: PasswordSource | None) -> Keypair:
        """Encrypt the private file anew, or leave it plain where `new` is None; gives its key.

        Where the private file is a symbolic link, the file that it leads to is rewritten.
        """
        plain = self._opened(old)
        keypair = self._checked(plain)  # what cannot be read is not rewritten
        with Change(self.folder) as change:
            sealed = self._sealed(plain, new)
            change.write(self.private, sealed, overwrite=True, follow=True)
            change.apply()
        return keypair

    def _content(self) -> bytes:
        settle(self.folder)
        return files.read(self.private)

    def _checked(self, plain: bytes) -> Keypair:
        """The keypair of an opened file, if the public file is of it, or could be written."""
        keypair = keyfile.load_keypair(plain, str(self.private))
        if not self.watched:
            # Where nothing can be written, as on read-only media, the key is good all the same.
            with contextlib.suppress(WalletError):
                self.save_public(keypair.public)
        elif (watched := self._watched_key()) != keypair.public:
            raise KeyFileCorrupt(
                str(self.public),
                f"it is of {watched}, the private file beside it of {keypair.public}",
                hint=f"Write it from the private key with: {self.rewriting(overwrite=True)}",
            )
        return keypair

    def _watched_key(self) -> PublicKey:
        try:
            return self.public_key
        except WalletError as error:
            error.hint = f"Write it from the private key with: {self.rewriting(overwrite=True)}"
            raise

    def _opened(self, source: PasswordSource | None) -> bytes:
        data = self._content()
        if encryption.encryption_of(data) is None:
            return data
        return passwords.unlock(
            source or passwords.from_environment(),
            self.private,
            lambda password: encryption.decrypt(data, password, str(self.private)),
        )

    def _sealed(self, plain: bytes, source: PasswordSource | None) -> bytes:
        if source is None:
            return plain
        password = passwords.for_new(source, self.private)
        return encryption.encrypt(plain, password, self._kdf)

    def _has_public(self, key: PublicKey) -> bool:
        """Whether the public file is there, and of this very key."""
        return self.watched and self.public_key == key

    def _refuse_existing(self, paths: list[Path]) -> None:
        for path in paths:
            if files.taken(path):
                raise KeyFileExists(
                    str(path),
                    "it exists already",
                    hint="Nothing was changed. Overwriting must be asked for.",
                )

    def rewriting(self, *, overwrite: bool = False) -> str:
        """The shell command that writes the public file from the private key."""
        where = f"-p {shlex.quote(str(self.folder.parent))} -w {shlex.quote(self.folder.name)}"
        option = " --overwrite" if overwrite else ""
        if self.private.parent == self.folder:
            return f"btcli wallet regen-coldkeypub {where}{option}"
        name = shlex.quote(self.private.name)
        return f"btcli wallet regen-hotkeypub {where} -H {name}{option}"

    def __repr__(self) -> str:
        return f"<StoredKey {self.private}>"
