"""`btcli wallet import`."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

IMPORT = ("wallet", "import", "-w", "a", "--json")
SEED = "0x" + "17" * 32


@pytest.mark.parametrize("kind", ["coldkey", "hotkey"])
def test_a_typed_secret(cli: Cli, kind: str) -> None:
    words = ("--use-hotkey",) if kind == "hotkey" else ("--no-use-password",)
    data = cli.inside(*IMPORT, *words, stdin=f"{SEED}\n").data()
    (made,) = data["keys"]
    assert (made["kind"], made["encrypted"], data["form"]) == (kind, False, "seed")
    assert made["ss58"] == Keypair.from_seed(SEED).ss58_address


def test_a_coldkey_is_encrypted_unless_that_is_declined(cli: Cli) -> None:
    done = cli.inside(*IMPORT, stdin=f"{SEED}\n")
    assert "no password to encrypt it with" in done.error()["message"]
    assert not (cli.wallets / "a" / "coldkey").exists()


def test_nothing_is_overwritten(alice: Cli) -> None:
    done = alice.inside("wallet", "import", "-w", "alice", "--json", stdin=f"{SEED}\n")
    assert done.error()["code"] == "key_file_exists"
    assert Wallet("alice", path=alice.wallets).unlock_coldkey().ss58_address == ALICE
