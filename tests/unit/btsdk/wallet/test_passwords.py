"""Every source of passwords, through the environment and files that it reads."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from btsdk.errors import WalletError
from btsdk.wallet import passwords

KEYFILE = Path("/home/me/.bittensor/wallets/my-wallet/coldkey")


def _ask(source: passwords.PasswordSource, *, new: bool = False) -> str | None:
    return source.password(KEYFILE, new=new)


@pytest.mark.parametrize("content", [b"secret", b"secret\n", b"secret\r\nmore\n"])
def test_first_line_of_a_file(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "password"
    path.write_bytes(content)
    assert _ask(passwords.FromFile(path)) == "secret"


@pytest.mark.parametrize("content", [b"", b"\nsecret", b"\xff\n"])
def test_files_without_a_password(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "password"
    path.write_bytes(content)
    with pytest.raises(WalletError, match="not a password"):
        _ask(passwords.FromFile(path))
    with pytest.raises(WalletError, match="cannot be read"):
        _ask(passwords.FromFile(tmp_path / "missing"))


def test_a_descriptor_is_read_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"secret\n")
    os.close(writing)
    source = passwords.FromDescriptor(reading)
    assert [_ask(source), _ask(source)] == ["secret", "secret"]
    os.close(reading)
    with pytest.raises(WalletError, match="cannot be read"):
        _ask(passwords.FromDescriptor(reading))


def test_our_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _ask(passwords.FromEnvironment()) is None
    monkeypatch.setenv(passwords.ENVIRONMENT, "plain")
    assert _ask(passwords.from_environment()) == "plain"


def test_bittensor_variable_of_the_very_file(monkeypatch: pytest.MonkeyPatch) -> None:
    # Name and value as bittensor-wallet 4.1.1 made them for this path and password.
    path = Path("/tmp/bwt/wallets/w1/coldkey")
    variable = "BT_PW__TMP_BWT_WALLETS_W1_COLDKEY"
    assert passwords.bittensor_variable(path) == variable
    assert passwords.bittensor_obfuscated(path, "päss word") == "Mpf7IyR/KDs/NA=="
    monkeypatch.setenv(variable, "Mpf7IyR/KDs/NA==")
    monkeypatch.setenv(passwords.ENVIRONMENT, "another")
    assert passwords.from_environment().password(path, new=False) == "päss word"
    assert _ask(passwords.from_environment()) == "another"


@pytest.mark.parametrize("value", ["plain text", "AAA", "////"])
def test_a_bittensor_variable_that_is_not_obfuscated(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv(passwords.bittensor_variable(KEYFILE), value)
    with pytest.raises(WalletError) as caught:
        _ask(passwords.FromBittensorEnvironment())
    assert value not in str(caught.value)


class _Person:
    """Types the given answers, and remembers the questions."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.questions: list[str] = []
        self.told: list[str] = []

    def ask(self, question: str) -> str:
        self.questions.append(question)
        return self.answers.pop(0)

    @property
    def prompt(self) -> passwords.Prompt:
        return passwords.Prompt(self.ask, self.told.append)


def test_a_person_is_asked_once_a_file() -> None:
    person = _Person(" secret ", "other")
    prompt = person.prompt
    assert [_ask(prompt), _ask(prompt)] == ["secret", "secret"]
    assert str(KEYFILE) in person.questions[0]
    assert prompt.password(Path("/another"), new=False) == "other"
    person.answers.append("again")
    prompt.forget(KEYFILE)
    assert _ask(prompt) == "again"


def test_a_new_password_is_repeated_until_both_agree() -> None:
    person = _Person("", "one", "two", "three", "three")
    prompt = person.prompt
    assert _ask(prompt, new=True) == "three"
    assert len(person.told) == 2
    assert _ask(prompt) == "three"


def test_first_of_stops_at_the_first_answer() -> None:
    person = _Person("typed")
    source = passwords.FirstOf(passwords.FromEnvironment(), person.prompt)
    assert _ask(source) == "typed"
    assert _ask(passwords.FirstOf(passwords.Given("given"), person.prompt)) == "given"
    assert len(person.questions) == 1
    assert _ask(passwords.FirstOf()) is None


def test_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring
    import keyring.backend
    import keyring.errors

    class InMemory(keyring.backend.KeyringBackend):
        priority = 1.0
        kept: dict[tuple[str, str], str] = {}  # noqa: RUF012

        def get_password(self, service: str, username: str) -> str | None:
            if username == "/locked":
                raise keyring.errors.KeyringLocked("locked")
            return self.kept.get((service, username))

        def set_password(self, service: str, username: str, password: str) -> None:
            if username == "/locked":
                raise keyring.errors.KeyringLocked("locked")
            self.kept[service, username] = password

    monkeypatch.setattr(keyring.core, "_keyring_backend", InMemory())
    source = passwords.FromKeyring()
    assert _ask(source) is None
    source.store(KEYFILE, "secret")
    assert _ask(source) == "secret"
    with pytest.raises(WalletError, match="does not answer"):
        source.password(Path("/locked"), new=False)
    with pytest.raises(WalletError, match="does not store"):
        source.store(Path("/locked"), "secret")


def test_sources_show_no_password() -> None:
    assert "secret" not in repr(passwords.Given("secret"))
