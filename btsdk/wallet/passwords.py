"""Where passwords of key files come from: a value, a file, a descriptor, the environment, the
system's keyring, or a person.

A source is asked with the path of the key file and answers with a password or None, for "ask
another". Nothing is asked before a file is to be opened or written, and each source reads its input
once: a command that needs three keys does not prompt three times for one file.
"""

from __future__ import annotations

import base64
import binascii
import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from btsdk.errors import WalletError

ENVIRONMENT = "BTSDK_WALLET_PASSWORD"
"""A plain password for whatever file is opened, for automation."""

KEYRING_SERVICE = "btsdk"


class PasswordSource(Protocol):
    """Gives the password of a key file, or None where it has none."""

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        """`new` says that the password will encrypt, so that a person should repeat it."""
        ...


class Given:
    """A password that the caller has."""

    def __init__(self, password: str) -> None:
        self._password = password

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        return self._password


class FromFile:
    """The first line of a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        try:
            return _first_line(self._path.read_bytes(), str(self._path))
        except OSError as error:
            reason = f"the password file cannot be read: {error.strerror}"
            raise WalletError(str(self._path), reason) from error


class FromDescriptor:
    """The first line of an open file descriptor, read once; 0 is standard input."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._read: str | None = None

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        if self._read is None:
            name = f"file descriptor {self._descriptor}"
            try:
                with open(self._descriptor, "rb", closefd=False) as stream:
                    self._read = _first_line(stream.readline(), name)
            except OSError as error:
                raise WalletError(name, f"cannot be read: {error.strerror}") from error
        return self._read


class FromEnvironment:
    """A plain password in a variable of the environment."""

    def __init__(self, variable: str = ENVIRONMENT) -> None:
        self._variable = variable

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        return os.environ.get(self._variable) or None


class FromBittensorEnvironment:
    """`BT_PW_<PATH>`, as `bittensor-wallet` leaves it: base64 of the password xor its own name.

    That hides it from a glance and from nobody else.
    """

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        variable = bittensor_variable(keyfile)
        hidden = os.environ.get(variable)
        if not hidden:
            return None
        try:
            return _xor(base64.b64decode(hidden, validate=True), variable).decode()
        except (binascii.Error, UnicodeDecodeError):
            pass
        raise WalletError(
            f"${variable}",
            "it does not hold a password as bittensor-wallet writes it",
            hint=f"A plain password belongs into ${ENVIRONMENT}.",
        )


class FromKeyring:
    """The operating system's keyring, under the service `btsdk` and the path of the file."""

    def __init__(self, service: str = KEYRING_SERVICE) -> None:
        self._service = service

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        # Its import costs 100 to 300 ms and looks for desktop services: only when asked for.
        import keyring  # noqa: PLC0415
        import keyring.errors  # noqa: PLC0415

        try:
            return keyring.get_password(self._service, str(keyfile))
        except keyring.errors.KeyringError as error:
            raise WalletError("keyring", f"it does not answer: {error}") from error

    def store(self, keyfile: Path, password: str) -> None:
        """Remember the password of `keyfile` for later."""
        import keyring  # noqa: PLC0415 - as above
        import keyring.errors  # noqa: PLC0415

        try:
            keyring.set_password(self._service, str(keyfile), password)
        except keyring.errors.KeyringError as error:
            raise WalletError("keyring", f"it does not store: {error}") from error


class Prompt:
    """Asks a person, once a file; twice where the password is new, until both answers agree.

    Spaces around a password are dropped, as the existing tools do. `ask` gets the question and
    gives the answer without showing it, as `getpass.getpass` does.
    """

    def __init__(self, ask: Callable[[str], str], say: Callable[[str], None]) -> None:
        self._ask = ask
        self._say = say
        self._answers: dict[Path, str] = {}

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        if new:
            self._answers[keyfile] = self._new(keyfile)
        elif keyfile not in self._answers:
            self._answers[keyfile] = self._ask(f"Password for {keyfile}: ").strip()
        return self._answers[keyfile]

    def forget(self, keyfile: Path) -> None:
        """Ask again next time: the answer was wrong."""
        self._answers.pop(keyfile, None)

    def _new(self, keyfile: Path) -> str:
        while True:
            answer = self._ask(f"New password for {keyfile}: ").strip()
            if not answer:
                self._say("A password cannot be empty.")
            elif answer != self._ask("Repeat it: ").strip():
                self._say("The two differ. Try again.")
            else:
                return answer


class FirstOf:
    """The first of several sources that has an answer."""

    def __init__(self, *sources: PasswordSource) -> None:
        self._sources = sources

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        for source in self._sources:
            password = source.password(keyfile, new=new)
            if password is not None:
                return password
        return None


def from_environment() -> PasswordSource:
    """What a library may use unasked: `BT_PW_<PATH>` of this very file, then our own variable."""
    return FirstOf(FromBittensorEnvironment(), FromEnvironment())


def bittensor_variable(keyfile: Path) -> str:
    """The name under which `bittensor-wallet` keeps this file's password."""
    return "BT_PW_" + str(keyfile).replace(os.sep, "_").replace(".", "_").upper()


def bittensor_obfuscated(keyfile: Path, password: str) -> str:
    """The value that belongs into that variable; anyone who reads it can undo it."""
    return base64.b64encode(_xor(password.encode(), bittensor_variable(keyfile))).decode()


def _xor(data: bytes, name: str) -> bytes:
    key = name.encode()
    return bytes(byte ^ key[index % len(key)] for index, byte in enumerate(data))


def _first_line(data: bytes, source: str) -> str:
    line = data.split(b"\n", 1)[0].removesuffix(b"\r")
    try:
        password = line.decode()
    except UnicodeDecodeError:
        password = ""
    if not password:
        raise WalletError(source, "its first line is not a password")
    return password
