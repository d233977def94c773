"""Sources of key file passwords: a value, a file, a descriptor, the environment, a prompt.

`system_keyring` has the source for the operating system's keyring.

A source gets the path of the key file and returns a password (see `password_rule`), or None to let
another source answer. It is asked only when a file is opened or written, and reads its input once:
a command that needs three keys does not prompt three times for one file.
"""

from __future__ import annotations

import base64
import binascii
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from btsdk.errors import WalletError, WrongPassword
from btsdk.wallet.password_rule import by_rule, candidates, is_several_lines
from btsdk.wallet.password_strength import weakness

ENVIRONMENT = "BTSDK_WALLET_PASSWORD"
"""Environment variable: a plain password for every key file, for automation."""

TRIES = 3
"""The number of tries at a prompt."""

T = TypeVar("T")


class PasswordSource(Protocol):
    """The interface of password sources."""

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        """The password of a key file, or None. `new` means that it will encrypt the file: a prompt
        asks twice."""
        ...


class Source:
    """A source that reads lines; it returns normalized passwords and keeps the original lines."""

    def __init__(self) -> None:
        self._written: dict[Path, str] = {}

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        line = self.line(keyfile, new=new)
        if line is None:
            return None
        self._written[keyfile] = line
        return by_rule(line)

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        """The source's line, without a line ending."""
        raise NotImplementedError

    def written(self, keyfile: Path) -> str:
        """The original line of the last password for a key file."""
        return self._written[keyfile]

    def origin(self, keyfile: Path) -> str | None:
        """The source in words, if it can be inspected."""
        return None

    def failed(self, keyfile: Path) -> bool:
        """Report a wrong password. Returns whether the source can be asked again."""
        return False

    def remark(self, text: str) -> None:
        """Show a remark to the user, if the source has one."""


class Given(Source):
    """A password given by the caller."""

    def __init__(self, password: str) -> None:
        super().__init__()
        self._password = password

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        return self._password


class FromFile(Source):
    """The first line of a file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def origin(self, keyfile: Path) -> str | None:
        return str(self._path)

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        try:
            return _first_line(self._path.read_bytes(), str(self._path))
        except OSError as error:
            reason = f"the password file cannot be read: {error.strerror}"
            raise WalletError(str(self._path), reason) from error


class FromDescriptor(Source):
    """The first line of an open file descriptor, read once; 0 is standard input."""

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self._name = f"file descriptor {descriptor}"
        self._read: str | None = None

    def origin(self, keyfile: Path) -> str | None:
        return self._name

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        if self._read is None:
            try:
                with open(self._descriptor, "rb", closefd=False) as stream:
                    self._read = _first_line(stream.readline(), self._name)
            except OSError as error:
                raise WalletError(self._name, f"cannot be read: {error.strerror}") from error
        return self._read


class FromEnvironment(Source):
    """A plain password in an environment variable."""

    def __init__(self, variable: str = ENVIRONMENT) -> None:
        super().__init__()
        self._variable = variable

    def origin(self, keyfile: Path) -> str | None:
        return f"${self._variable}"

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        return os.environ.get(self._variable) or None


class FromBittensorEnvironment(Source):
    """`BT_PW_<PATH>`, as `bittensor-wallet` leaves it: base64 of the password xor its own name.

    This obfuscates it and does not protect it.
    """

    def origin(self, keyfile: Path) -> str | None:
        return f"${bittensor_variable(keyfile)}"

    def line(self, keyfile: Path, *, new: bool) -> str | None:
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
            hint=f"Put a plain password into ${ENVIRONMENT}.",
        )


class Prompt(Source):
    """A prompt, once for each file; a new password is asked twice, until both answers agree.

    A wrong password gets three tries. `ask` gets the question and returns the answer without echo;
    `say` gets remarks for the user.
    """

    def __init__(
        self,
        ask: Callable[[str], str] = getpass.getpass,
        say: Callable[[str], None] | None = None,
    ) -> None:
        super().__init__()
        self._ask = ask
        self._say = say or _to_stderr
        self._answers: dict[Path, str] = {}
        self._wrong: dict[Path, int] = {}

    def line(self, keyfile: Path, *, new: bool) -> str | None:
        if new:
            self._answers[keyfile] = self._new(keyfile)
        elif keyfile not in self._answers:
            self._answers[keyfile] = self._entered(f"Password for {keyfile}: ", keyfile)
        return self._answers[keyfile]

    def forget(self, keyfile: Path) -> None:
        """Forget a wrong answer, so that the next call asks again."""
        self._answers.pop(keyfile, None)

    def failed(self, keyfile: Path) -> bool:
        self.forget(keyfile)
        self._wrong[keyfile] = self._wrong.get(keyfile, 0) + 1
        left = TRIES - self._wrong[keyfile]
        if left > 0:
            self._say(f"That password does not open it. {_counted(left)} left.")
        return left > 0

    def remark(self, text: str) -> None:
        self._say(text)

    def _entered(self, question: str, keyfile: Path) -> str:
        """The typed password; an empty one is asked for again, up to three times."""
        for _ in range(TRIES):
            answer = self._ask(question)
            if answer:
                return answer
            self._say("Type the password, or press Ctrl-C to stop.")
        raise WrongPassword(str(keyfile), "it is encrypted, and no password was typed")

    def _new(self, keyfile: Path) -> str:
        while True:
            answer = self._ask(f"New password for {keyfile}: ")
            ruled = by_rule(answer)
            if not ruled:
                self._say("A password cannot be empty.")
            elif ruled != by_rule(self._ask(f"{_warned(ruled)}Repeat it: ")):
                self._say("The passwords differ. Try again.")
            else:
                return answer


class FirstOf(Source):
    """The first of several sources that has an answer.

    `say` gets the remarks for the user.
    """

    def __init__(self, *sources: PasswordSource, say: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._sources = sources
        self._say = say
        self._answered: dict[Path, PasswordSource] = {}

    def password(self, keyfile: Path, *, new: bool) -> str | None:
        for source in self._sources:
            password = source.password(keyfile, new=new)
            if password is not None:
                self._answered[keyfile] = source
                written = isinstance(source, Source) and source.written(keyfile)
                self._written[keyfile] = written or password
                return password
        return None

    def origin(self, keyfile: Path) -> str | None:
        source = self._answered.get(keyfile)
        return source.origin(keyfile) if isinstance(source, Source) else None

    def failed(self, keyfile: Path) -> bool:
        source = self._answered.get(keyfile)
        return isinstance(source, Source) and source.failed(keyfile)

    def remark(self, text: str) -> None:
        if self._say is not None:
            self._say(text)


def unlock(source: PasswordSource, keyfile: Path, open_with: Callable[[str], T]) -> T:
    """Open a key file with the password of a source, which is asked again if it allows that.

    `open_with` raises `WrongPassword` for a wrong password. So does this function if no password
    opens the file, or the source has none.
    """
    while True:
        password = source.password(keyfile, new=False)
        if password is None:
            raise WrongPassword(
                str(keyfile),
                "it is encrypted, and no password was given",
                hint=f"Set ${ENVIRONMENT}, or name a file with the password "
                "(btcli: --password-file FILE).",
            )
        listening = source if isinstance(source, Source) else None
        line = password if listening is None else listening.written(keyfile)
        try:
            opened, form = _opened(keyfile, open_with, line)
        except WrongPassword as error:
            if listening is not None and listening.failed(keyfile):
                continue
            origin = None if listening is None else listening.origin(keyfile)
            hint = error.hint if origin is None else f"The password came from {origin}."
            raise WrongPassword(error.path, error.reason, hint=hint) from None
        if listening is not None and form != by_rule(line):
            listening.remark(_of_an_earlier_release(keyfile))
        return opened


def _opened(keyfile: Path, open_with: Callable[[str], T], line: str) -> tuple[T, str]:
    """The result for the first form of the line that opens the file, and that form."""
    wrong = WrongPassword(str(keyfile), "it is encrypted, and the password given is empty")
    for form in candidates(line):
        try:
            return open_with(form), form
        except WrongPassword as error:
            wrong = error
    raise wrong


def for_new(source: PasswordSource, keyfile: Path) -> str:
    """The password to encrypt a key file with; raises `WalletError` if there is none."""
    password = by_rule(source.password(keyfile, new=True) or "")
    if not password:
        raise WalletError(str(keyfile), "there is no password to encrypt it with")
    if is_several_lines(password):
        raise WalletError(str(keyfile), "a password is one line, and this one has several")
    # A prompt has no origin, and has told it before the password was repeated.
    if (
        isinstance(source, Source)
        and source.origin(keyfile) is not None
        and (weak := weakness(password))
    ):
        source.remark(f"Warning: {weak}")
    return password


def from_environment() -> PasswordSource:
    """The default source of a library: `BT_PW_<PATH>` of the file, then `BTSDK_WALLET_PASSWORD`."""
    return FirstOf(FromBittensorEnvironment(), FromEnvironment())


def bittensor_variable(keyfile: Path) -> str:
    """The variable in which `bittensor-wallet` stores this file's password."""
    return "BT_PW_" + str(keyfile).replace(os.sep, "_").replace(".", "_").upper()


def bittensor_obfuscated(keyfile: Path, password: str) -> str:
    """The obfuscated value for that variable; it is easily reversed."""
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
        raise WalletError(source, "its first line is not a valid password")
    return password


def _of_an_earlier_release(keyfile: Path) -> str:
    return (
        f"{keyfile} was encrypted by an earlier release, with blanks at the ends of the password "
        "or in another Unicode form. `btcli wallet change-password` encrypts it again."
    )


def _warned(password: str) -> str:
    weak = weakness(password)
    return f"{weak} " if weak else ""


def _counted(tries: int) -> str:
    return "One try" if tries == 1 else f"{tries} tries"


def _to_stderr(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201
