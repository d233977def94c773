"""`btcli wallet unlock`, and what the keyring is then good for."""

from __future__ import annotations

from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE
from tests.unit.btsdk.wallet.keyrings import InMemory

UNLOCK = ("wallet", "unlock", "-w", "sealed", "--json")
SIGN = ("wallet", "sign", "-w", "sealed", "-m", "hello", "--json")


def test_the_password_is_checked_alone(sealed: Cli, memory: InMemory) -> None:
    words = ("--password-file", str(sealed.home / "password"))
    data = sealed.inside(*UNLOCK, *words).data()
    assert (data["ss58"], data["remembered"], memory.kept) == (ALICE, False, {})
    (sealed.home / "password").write_text("wrong\n")
    assert sealed.inside(*UNLOCK, *words).error()["code"] == "wrong_password"
    assert sealed.inside(*UNLOCK, *words, "--remember").error()["code"] == "wrong_password"
    assert memory.kept == {}


def test_a_remembered_password_signs(sealed: Cli, memory: InMemory) -> None:
    words = ("--password-file", str(sealed.home / "password"), "--remember")
    data = sealed.inside(*UNLOCK, *words).data()
    assert data["remembered"] is True
    assert memory.kept == {("btsdk", data["file"]): "a password"}
    assert sealed.inside(*SIGN).error()["code"] == "wrong_password"
    assert sealed.inside(*SIGN, "--keyring").data()["ss58"] == ALICE
    sealed.inside("config", "set", "--keyring", "--json").data()
    assert sealed.inside(*SIGN).data()["ss58"] == ALICE
    assert sealed.inside(*SIGN, "--no-keyring").exit_code == 4


def test_the_way_to_use_it_is_shown(sealed: Cli, memory: InMemory) -> None:
    words = ("--password-file", str(sealed.home / "password"), "--remember")
    done = sealed.inside(*UNLOCK[:-1], *words)
    assert "btcli config set --keyring" in done.out
    assert "a password" not in done.out + done.err


def test_an_unencrypted_key_has_no_password(sealed: Cli, memory: InMemory) -> None:
    Wallet("sealed", path=sealed.wallets).create_hotkey()
    data = sealed.inside(*UNLOCK, "--use-hotkey").data()
    assert (data["encrypted"], data["remembered"]) == (False, False)
    done = sealed.inside(*UNLOCK, "--use-hotkey", "--remember")
    assert (done.exit_code, done.error()["code"]) == (2, "usage_error")
    assert memory.kept == {}
