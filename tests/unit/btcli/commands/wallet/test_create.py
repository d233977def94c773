"""`btcli wallet create`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

CREATE = ("wallet", "create", "-w", "alice", "--no-use-password", "--json-output")


def test_both_keys_are_made(cli: Cli) -> None:
    coldkey, hotkey = cli.inside(*CREATE, "--reveal-mnemonic").data()["keys"]
    assert [key["kind"] for key in (coldkey, hotkey)] == ["coldkey", "hotkey"]
    for key in (coldkey, hotkey):
        assert Keypair.from_mnemonic(key["mnemonic"]).ss58_address == key["ss58"]
    assert coldkey["mnemonic"] != hotkey["mnemonic"]


def test_what_is_there_is_kept_and_what_is_missing_is_made(alice: Cli) -> None:
    coldkey, hotkey = alice.inside(*CREATE, "-H", "second").data()["keys"]
    assert (coldkey["ss58"], coldkey["created"]) == (ALICE, False)
    assert (hotkey["name"], hotkey["created"]) == ("second", True)


def test_a_wallet_that_is_only_watched_is_not_overwritten(cli: Cli) -> None:
    cli.inside("wallet", "regen-coldkeypub", "-w", "alice", "--ss58", ALICE)
    done = cli.inside(*CREATE)
    assert (done.exit_code, done.error()["code"]) == (4, "key_file_exists")
    assert not (cli.wallets / "alice" / "hotkeys" / "default").exists()
