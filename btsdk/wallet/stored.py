"""A key on disk: a private file, encrypted or plain, and the public file beside it.

Coldkeys and hotkeys differ only in their paths. The private file is never replaced without
`overwrite`, and its key is checked against the public file before it signs. The private file is
authoritative: a missing public file is rewritten when the key is opened. An unlocked key is kept
for the life of the object, because opening it takes seconds by design.
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
from btsdk.wallet.encryption import Encryption, KdfProfile
from btsdk.wallet.passwords import PasswordSource


class StoredKey:
    """A private file and its public file; `repr` and errors name paths only.

    `folder` is the wallet's; its changes are made one at a time.
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
        """Whether there is a private file; a watch-only key has only the public one."""
        settle(self.folder)
        return files.taken(self.private)

    @property
    def watched(self) -> bool:
        """Whether there is a public file."""
        settle(self.folder)
        return files.taken(self.public)

    @property
    def encryption(self) -> Encryption | None:
        """The format in which the private file is encrypted; None for plain text."""
        return encryption.encryption_of(self._content())

    @property
    def encrypted(self) -> bool:
        return self.encryption is not None

    @property
    def public_key(self) -> PublicKey:
        """The public key, from the public file or, if that is missing, from a plain private
        file."""
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
        """Write both files; the private one is plain text if `password` is None."""
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
        """Stage both files as a part of a larger change."""
        waiting = self.check_free(keypair.public, overwrite=overwrite)
        private = self._sealed(keyfile.dump_keypair(keypair), password)
        content = {self.private: private, self.public: keyfile.dump_public(keypair.public)}
        for path in waiting:
            change.write(path, content[path], overwrite=overwrite)

    def check_free(self, key: PublicKey | None, *, overwrite: bool = False) -> list[Path]:
        """Check the paths of a new key; raises `KeyFileExists` if one of them is taken.

        `key` is the new key, if it is known: its public file may exist already.
        """
        waiting = [self.private]
        if overwrite or key is None or not self._has_public(key):
            waiting.append(self.public)
        if not overwrite:
            self._refuse_existing(waiting)
        return waiting

    def save_public(self, key: PublicKey, *, overwrite: bool = False) -> None:
        """Write only the public file, to watch a key or to replace a lost file."""
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
        """Write the public file from the private key, which must be `expected` if that is given.

        A public file of another key, or an unreadable one, is replaced only with `overwrite`.
        """
        clean(self.folder)
        keypair = keyfile.load_keypair(self._opened(password), str(self.private))
        if expected is not None and expected.public_key != keypair.public_key:
            raise UsageError(
                f"{self.private} holds the private key of {keypair.ss58_address}, and not of "
                f"{expected.ss58_address}",
                hint="Nothing was changed. Omit the address to take it from the private key.",
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
        """The keypair. Without `source`, only the environment is asked; plain files need no
        password."""
        if self._unlocked is None:
            self._unlocked = self._checked(self._opened(password))
        return self._unlocked

    def lock(self) -> None:
        """Forget the unlocked key."""
        self._unlocked = None

    def change_password(self, old: PasswordSource | None, new: PasswordSource | None) -> Keypair:
        """Encrypt the private file again, or write it plain if `new` is None; returns its key.

        If the private file is a symbolic link, its target is rewritten.
        """
        plain = self._opened(old)
        keypair = self._checked(plain)  # an unreadable file is not rewritten
        with Change(self.folder) as change:
            sealed = self._sealed(plain, new)
            change.write(self.private, sealed, overwrite=True, follow=True)
            change.apply()
        return keypair

    def _content(self) -> bytes:
        settle(self.folder)
        return files.read(self.private)

    def _checked(self, plain: bytes) -> Keypair:
        """The keypair of an opened file, checked against its public file, which is written if
        missing."""
        keypair = keyfile.load_keypair(plain, str(self.private))
        if not self.watched:
            # On read-only media the public file cannot be written; the key is valid anyway.
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
        """Whether the public file exists and is of this key."""
        return self.watched and self.public_key == key

    def _refuse_existing(self, paths: list[Path]) -> None:
        for path in paths:
            if files.taken(path):
                raise KeyFileExists(
                    str(path),
                    "it exists already",
                    hint="Nothing was changed. Ask for overwriting to replace it.",
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
