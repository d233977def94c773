"""Passwords in the system's keyring."""

from __future__ import annotations

from pathlib import Path

import keyring
import keyring.backends.chainer
import keyring.backends.fail
import pytest

from btsdk.errors import WalletError
from btsdk.wallet.system_keyring import FromKeyring
from tests.unit.btsdk.wallet.keyrings import Forgetful, InMemory, PlaintextKeyring

KEYFILE = Path("/home/me/.bittensor/wallets/my-wallet/coldkey")
LOCKED = Path("/locked/coldkey")


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> InMemory:
    backend = InMemory()
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    return backend


def test_a_password_is_stored_read_and_forgotten(memory: InMemory) -> None:
    source = FromKeyring()
    assert source.password(KEYFILE, new=False) is None
    assert not source.forget(KEYFILE)
    source.store(KEYFILE, " secret ")
    assert memory.kept == {("btsdk", str(KEYFILE)): " secret "}
    assert source.password(KEYFILE, new=False) == "secret"
    assert source.written(KEYFILE) == " secret "
    assert source.forget(KEYFILE)
    assert memory.kept == {}


def test_a_relative_path_is_that_of_the_file(
    memory: InMemory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    FromKeyring().store(Path("coldkey"), "secret")
    assert list(memory.kept) == [("btsdk", str(tmp_path / "coldkey"))]


def test_a_locked_keyring_is_reported(memory: InMemory) -> None:
    source = FromKeyring()
    with pytest.raises(WalletError, match="does not answer: it is locked"):
        source.password(LOCKED, new=False)
    with pytest.raises(WalletError, match="does not store"):
        source.store(LOCKED, "secret")
    with pytest.raises(WalletError, match="does not answer"):
        source.forget(LOCKED)


def test_a_system_without_a_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", keyring.backends.fail.Keyring())
    for use in (
        lambda: FromKeyring().password(KEYFILE, new=False),
        lambda: FromKeyring().store(KEYFILE, "secret"),
        lambda: FromKeyring().forget(KEYFILE),
    ):
        with pytest.raises(WalletError, match="this system has no keyring") as caught:
            use()
        assert "--password-file" in str(caught.value.hint)


def test_a_keyring_that_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", Forgetful())
    with pytest.raises(WalletError, match="did not keep the password"):
        FromKeyring().store(KEYFILE, "secret")


class _Chain(keyring.backends.chainer.ChainerBackend):
    priority = 1.0
    backends = [PlaintextKeyring()]  # noqa: RUF012


@pytest.mark.parametrize("backend", [PlaintextKeyring(), _Chain()])
def test_plain_text_is_refused(
    monkeypatch: pytest.MonkeyPatch, backend: keyring.backend.KeyringBackend
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", backend)
    with pytest.raises(WalletError, match="plain text") as caught:
        FromKeyring().store(KEYFILE, "secret")
    assert "secret" not in str(caught.value)
    assert FromKeyring().password(KEYFILE, new=False) is None
