"""Messages to keys of wallets and to addresses."""

from __future__ import annotations

import pytest

from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

ED = Keypair.from_uri("//Alice", crypto="ed25519")
HOT = Keypair.from_uri("//Alice//hot", crypto="ed25519")


@pytest.fixture
def ed(cli: Cli) -> Cli:
    """A wallet `ed` with two ed25519 keys."""
    wallet = Wallet("ed", path=cli.wallets)
    wallet.regenerate_coldkey(ED, None)
    wallet.regenerate_hotkey(HOT)
    return cli


@pytest.mark.parametrize("to", ["ed", ED.ss58_address])
def test_to_a_coldkey(ed: Cli, to: str) -> None:
    sealed = ed.inside("wallet", "encrypt", "--to", to, "-m", "héllo", "--json").data()
    assert (sealed["recipient"], sealed["keys"]) == (ED.ss58_address, [])
    words = ("wallet", "decrypt", "-w", "ed", "-c", "0x" + sealed["ciphertext_hex"])
    opened = ed.inside(*words, "--json").data()
    assert (opened["recipient"], opened["plaintext"]) == (ED.ss58_address, "héllo")
    assert opened["plaintext_hex"] == "héllo".encode().hex()
    assert "message    h" in ed.inside(*words).out
    assert "does not open" in ed.inside(*words, "--use-hotkey", "--json").error()["message"]


def test_to_a_hotkey_of_a_wallet(ed: Cli) -> None:
    words = ("wallet", "encrypt", "--to", "ed", "-m", "hello", "--use-hotkey", "--json")
    sealed = ed.inside(*words).data()
    assert sealed["recipient"] == HOT.ss58_address
    words = ("wallet", "decrypt", "-w", "ed", "--use-hotkey", "-c", sealed["ciphertext_hex"])
    assert ed.inside(*words, "--json").data()["plaintext"] == "hello"


def test_bytes_that_are_no_text(ed: Cli) -> None:
    sealed = ed.inside("wallet", "encrypt", "--to", "ed", "-m", "\udcff", "--json").data()
    words = ("wallet", "decrypt", "-w", "ed", "-c", sealed["ciphertext_hex"], "--json")
    opened = ed.inside(*words).data()
    assert (opened["plaintext"], opened["plaintext_hex"]) == (None, "ff")


@pytest.mark.parametrize("to", ["alice", ALICE])
def test_a_key_that_cannot_read_it_is_refused(alice: Cli, to: str) -> None:
    done = alice.inside("wallet", "encrypt", "--to", to, "-m", "hello", "--json")
    assert "sr25519 key, which cannot read messages" in done.error()["message"]


def test_the_type_of_an_unknown_key_is_not_known(cli: Cli) -> None:
    done = cli.inside("wallet", "encrypt", "--to", ED.ss58_address, "-m", "hello")
    assert "has to be an ed25519 key" in done.err
    assert cli.inside("wallet", "decrypt", "-w", "x", "-c", "xyz").exit_code == 2
