"""`btcli wallet regen-hotkeypub`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB

WRITE = ("wallet", "regen-hotkeypub", "--json-output", "-w")


def test_an_address_or_a_key_alone_is_watched(cli: Cli) -> None:
    key = "0x" + Keypair.from_uri("//Bob").public_key.hex()
    for wallet, words in (("a", ("--ss58", BOB)), ("b", ("--public-key-hex", key))):
        (made,) = cli.inside(*WRITE, wallet, *words).data()["keys"]
        file = cli.wallets.joinpath(wallet, "hotkeys", "defaultpub.txt")
        assert (made["kind"], made["ss58"], made["file"]) == ("hotkey", BOB, str(file))
        assert BOB in file.read_text()
        assert not cli.wallets.joinpath(wallet, "hotkeys", "default").exists()


def test_a_lost_one_is_written_from_the_private_key(alice: Cli) -> None:
    file = alice.wallets.joinpath("alice", "hotkeys", "defaultpub.txt")
    before = file.read_text()
    file.unlink()
    (made,) = alice.inside(*WRITE, "alice").data()["keys"]
    assert made["ss58"] == Keypair.from_uri("//alice//hot").ss58_address
    assert file.read_text() == before


def test_another_address_than_that_of_the_private_key_is_refused(alice: Cli) -> None:
    file = alice.wallets.joinpath("alice", "hotkeys", "defaultpub.txt")
    before = file.read_text()
    done = alice.inside(*WRITE, "alice", "--ss58", BOB, "--overwrite", "-y")
    assert done.exit_code == 2
    assert "Nothing was changed" in done.error()["hint"]
    assert file.read_text() == before
