"""Every source of passwords, through the environment and files that it reads."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import WalletError, WrongPassword
from btsdk.keys import Keypair
from btsdk.wallet import encryption, keyfile, passwords
from btsdk.wallet.password_rule import by_rule, candidates, is_several_lines
from btsdk.wallet.passwords import Source
from btsdk.wallet.stored import StoredKey
from btsdk.wallet.system_keyring import FromKeyring

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
    with pytest.raises(WalletError, match="not a valid password"):
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


def test_sources_show_no_password() -> None:
    assert "secret" not in repr(passwords.Given("secret"))


KEY = Keypair.from_uri("//Alice")


def _stored(folder: Path, password: str) -> StoredKey:
    """A key file that an earlier release encrypted with exactly this password."""
    plain = keyfile.dump_keypair(KEY)
    (folder / "coldkey").write_bytes(encryption.encrypt(plain, password, encryption.TESTING))
    return StoredKey(folder / "coldkey", folder / "coldkeypub.txt", encryption.TESTING)


def _sources(folder: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Source]:
    """The same line from every source; the file and the descriptor end it as Windows does."""
    ended = (line + "\r\n").encode()
    (folder / "password").write_bytes(ended)
    reading, writing = os.pipe()
    os.write(writing, ended)
    os.close(writing)
    path = folder / "coldkey"
    hidden = passwords.bittensor_obfuscated(path, line)
    monkeypatch.setenv(passwords.bittensor_variable(path), hidden)
    monkeypatch.setenv("SOME_PASSWORD", line)
    monkeypatch.setattr("keyring.get_password", lambda service, name: line)
    yield passwords.Given(line)
    yield passwords.FromFile(folder / "password")
    yield passwords.FromDescriptor(reading)
    yield passwords.FromEnvironment("SOME_PASSWORD")
    yield passwords.FromBittensorEnvironment()
    yield FromKeyring()
    yield passwords.Prompt(lambda question: line, lambda text: None)
    os.close(reading)


@pytest.mark.parametrize(
    "line", ["open sesame", "  open sesame\t", "\u00e9t\u00e9 ", "e\u0301te\u0301", "\ufeffopen"]
)
def test_one_rule_for_every_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    ruled = unicodedata.normalize("NFC", line.removeprefix("\ufeff").strip())
    for source in _sources(tmp_path, line, monkeypatch):
        (tmp_path / "coldkey").unlink(missing_ok=True)
        (tmp_path / "coldkeypub.txt").unlink(missing_ok=True)
        key = StoredKey(tmp_path / "coldkey", tmp_path / "coldkeypub.txt", encryption.TESTING)
        key.save(KEY, source)
        for other in _sources(tmp_path, ruled, monkeypatch):
            key.lock()
            assert key.unlock(other).public_key == KEY.public_key, (source, other)


@pytest.mark.parametrize("old", [" open sesame ", "e\u0301te\u0301", "open\t", "two\nlines", "   "])
def test_a_key_of_an_earlier_release_still_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str
) -> None:
    key = _stored(tmp_path, old)
    for source in _sources(tmp_path, old, monkeypatch):
        if "\n" in old and not isinstance(source, (passwords.Given, passwords.FromEnvironment)):
            continue
        key.lock()
        assert key.unlock(source).public_key == KEY.public_key, source


def test_a_person_is_told_of_a_password_of_an_earlier_release(tmp_path: Path) -> None:
    told: list[str] = []
    source = passwords.FirstOf(passwords.Given(" open sesame "), say=told.append)
    key = _stored(tmp_path, " open sesame ")
    key.unlock(source)
    assert len(told) == 1
    assert "change-password" in told[0]
    assert "sesame" not in told[0]
    key.change_password(source, passwords.Given(" open sesame "))
    told.clear()
    key.lock()
    key.unlock(source)
    assert told == []


def test_a_new_password_is_one_line_that_is_not_blank(tmp_path: Path) -> None:
    key = StoredKey(tmp_path / "coldkey", tmp_path / "coldkeypub.txt", encryption.TESTING)
    for line, match in (("two\nlines", "one line"), ("  ", "no password"), ("", "no password")):
        with pytest.raises(WalletError, match=match):
            key.save(KEY, passwords.Given(line))
    assert not key.exists


def test_a_wrong_password_may_be_typed_three_times(tmp_path: Path) -> None:
    key = _stored(tmp_path, "open sesame")
    person = _Person("wrong", "", "also wrong", "open sesame")
    assert key.unlock(person.prompt).public_key == KEY.public_key
    assert len(person.questions) == 4
    key.lock()
    person = _Person("one", "two", "three", "open sesame")
    with pytest.raises(WrongPassword, match="does not open"):
        key.unlock(passwords.FirstOf(person.prompt))
    assert person.answers == ["open sesame"]
    assert not any("sesame" in text for text in person.told)


def test_enter_alone_is_asked_again_and_then_given_up(tmp_path: Path) -> None:
    key = _stored(tmp_path, "open sesame")
    person = _Person("", "", "open sesame")
    assert key.unlock(person.prompt).public_key == KEY.public_key
    key.lock()
    with pytest.raises(WrongPassword, match="no password was typed") as caught:
        key.unlock(_Person("", "", "").prompt)
    assert caught.value.hint is None


def test_a_wrong_password_says_where_it_came_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = _stored(tmp_path, "open sesame")
    monkeypatch.setenv(passwords.ENVIRONMENT, "wrong")
    with pytest.raises(WrongPassword) as caught:
        key.unlock()
    assert caught.value.hint == f"The password came from ${passwords.ENVIRONMENT}."


def test_a_source_of_somebody_else_need_only_answer(tmp_path: Path) -> None:
    class Theirs:
        def password(self, keyfile: Path, *, new: bool) -> str | None:
            return " open sesame "

    assert _stored(tmp_path, "open sesame").unlock(Theirs()).public_key == KEY.public_key
    with pytest.raises(WrongPassword):
        _stored(tmp_path, "another").unlock(passwords.FirstOf(Theirs()))


@given(
    st.text(max_size=12), st.sampled_from(["", " ", "\t ", "\ufeff"]), st.text(" \t", max_size=2)
)
def test_the_rule_holds_of_what_it_made(line: str, before: str, after: str) -> None:
    ruled = by_rule(line)
    assert by_rule(ruled) == ruled or ruled.startswith("\ufeff")
    if ruled and not line.startswith("\ufeff"):
        assert by_rule(before + line + after) == ruled
        assert ruled in candidates(line) or is_several_lines(ruled)
