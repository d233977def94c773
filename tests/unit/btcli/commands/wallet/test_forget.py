"""`btcli wallet forget`."""

from __future__ import annotations

from tests.cli.running import Cli
from tests.unit.btsdk.wallet.keyrings import InMemory

FORGET = ("wallet", "forget", "-w", "sealed")


def test_a_password_is_forgotten_without_knowing_it(sealed: Cli, memory: InMemory) -> None:
    file = str(sealed.wallets / "sealed" / "coldkey")
    memory.kept["btsdk", file] = "a password"
    assert sealed.inside(*FORGET, "--json").data() == {"file": file, "forgotten": True}
    assert memory.kept == {}
    assert sealed.inside(*FORGET, "--json").data()["forgotten"] is False
    assert "has no password of" in sealed.inside(*FORGET).out


def test_a_system_without_a_keyring(sealed: Cli) -> None:
    done = sealed.inside(*FORGET, "--json")
    assert (done.exit_code, done.error()["code"]) == (4, "wallet_error")
    assert "no keyring" in done.error()["message"]
