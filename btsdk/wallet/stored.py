"""A key on disk: a private file, encrypted or plain, and the public file beside it.

Coldkeys and hotkeys differ in their paths alone. The private file is never replaced without
`overwrite`, and what it holds is checked against the public file before anybody signs with it. An
unlocked key is kept for the life of the object, because opening it costs seconds by design.
"""

from __future__ import annotations

from pathlib import Path

from btsdk.errors import KeyFileCorrupt, KeyFileExists, KeyFileMissing, WalletError, WrongPassword
from btsdk.keys import Keypair, PublicKey
from btsdk.wallet import encryption, files, keyfile, passwords
from btsdk.wallet.encryption import KdfProfile
from btsdk.wallet.passwords import PasswordSource


class StoredKey:
    """One private file with its public one; `repr` and errors name paths only."""

    def __init__(self, private: Path, public: Path, kdf: KdfProfile = encryption.SENSITIVE) -> None:
        self.private = private
        self.public = public
        self._kdf = kdf
        self._unlocked: Keypair | None = None

    @property
    def exists(self) -> bool:
        """Whether there is a private file; a watch-only key has just the public one."""
        return self.private.exists()

    @property
    def encrypted(self) -> bool:
        return encryption.encryption_of(files.read(self.private)) is not None

    @property
    def public_key(self) -> PublicKey:
        """From the public file or, where that is missing, from a plain private one."""
        if self.public.exists():
            return keyfile.load_public(files.read(self.public), str(self.public))
        data = files.read(self.private)
        if encryption.encryption_of(data) is not None:
            raise KeyFileMissing(
                str(self.public),
                "there is no such key file, and the private key is encrypted",
                hint="Write it anew from the key's address.",
            )
        return keyfile.load_public(data, str(self.private))

    def save(
        self, keypair: Keypair, password: PasswordSource | None, *, overwrite: bool = False
    ) -> None:
        """Write both files; the private one in plain text where `password` is None."""
        waiting = [self.private]
        if overwrite or not self._has_public(keypair.public):
            waiting.append(self.public)
        if not overwrite:
            self._refuse_existing(waiting)  # before anyone is asked for a password
        private = self._sealed(keyfile.dump_keypair(keypair), password)
        content = {self.private: private, self.public: keyfile.dump_public(keypair.public)}
        files.write({path: content[path] for path in waiting}, overwrite=overwrite)
        self._unlocked = keypair

    def save_public(self, key: PublicKey, *, overwrite: bool = False) -> None:
        """Write the public file alone: to watch a key, or to replace a lost file."""
        files.write({self.public: keyfile.dump_public(key)}, overwrite=overwrite)

    def unlock(self, password: PasswordSource | None = None) -> Keypair:
        """The keypair. None asks the environment alone; plain files need no password."""
        if self._unlocked is None:
            keypair = keyfile.load_keypair(self._opened(password), str(self.private))
            if self.public.exists() and self.public_key != keypair.public:
                raise KeyFileCorrupt(
                    str(self.public),
                    f"it is of {self.public_key}, the private file beside it of {keypair.public}",
                )
            self._unlocked = keypair
        return self._unlocked

    def lock(self) -> None:
        """Forget the unlocked key."""
        self._unlocked = None

    def change_password(self, old: PasswordSource | None, new: PasswordSource | None) -> None:
        """Encrypt the private file anew, or leave it plain where `new` is None."""
        plain = self._opened(old)
        keyfile.load_keypair(plain, str(self.private))  # what cannot be read is not rewritten
        files.write({self.private: self._sealed(plain, new)}, overwrite=True)

    def _opened(self, source: PasswordSource | None) -> bytes:
        data = files.read(self.private)
        if encryption.encryption_of(data) is None:
            return data
        source = source or passwords.from_environment()
        password = source.password(self.private, new=False)
        if password is None:
            raise WrongPassword(
                str(self.private),
                "it is encrypted, and no password was given",
                hint=f"Set ${passwords.ENVIRONMENT}, or name a file with the password.",
            )
        return encryption.decrypt(data, password, str(self.private))

    def _sealed(self, plain: bytes, source: PasswordSource | None) -> bytes:
        if source is None:
            return plain
        password = source.password(self.private, new=True)
        if not password:
            raise WalletError(str(self.private), "there is no password to encrypt it with")
        return encryption.encrypt(plain, password, self._kdf)

    def _has_public(self, key: PublicKey) -> bool:
        """Whether this very key is watched already, so that its public file can stay."""
        return self.public.exists() and self.public_key == key

    def _refuse_existing(self, paths: list[Path]) -> None:
        for path in paths:
            if path.exists():
                raise KeyFileExists(
                    str(path),
                    "it exists already",
                    hint="Nothing was changed. Overwriting must be asked for.",
                )

    def __repr__(self) -> str:
        return f"<StoredKey {self.private}>"
