"""`btcli wallet list`."""

from __future__ import annotations

from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

LIST = ("wallet", "list", "--json-output")


def test_wallets_with_their_keys(alice: Cli) -> None:
    data = alice.inside(*LIST).data()
    (wallet,) = data["wallets"]
    assert (wallet["name"], wallet["ss58"]) == ("alice", ALICE)
    (hotkey,) = wallet["hotkeys"]
    assert hotkey["ss58"] == Keypair.from_uri("//alice//hot").ss58_address
    assert data["path"] == str(alice.wallets)


def test_coldkeys_alone(alice: Cli) -> None:
    (wallet,) = alice.inside(*LIST, "--coldkeys-only").data()["wallets"]
    assert "hotkeys" not in wallet


def test_one_that_is_named_has_to_be_there(alice: Cli) -> None:
    assert len(alice.inside(*LIST, "-w", "alice").data()["wallets"]) == 1
    done = alice.inside(*LIST, "-w", "bob")
    assert (done.exit_code, done.error()["code"]) == (4, "wallet_error")


def test_what_is_wrong_with_a_key_file_is_said_beside(alice: Cli) -> None:
    (alice.wallets / "alice" / "coldkey").chmod(0o644)
    for words in (LIST, (*LIST, "-w", "alice")):
        done = alice.inside(*words)
        assert done.exit_code == 0
        assert str(alice.wallets / "alice" / "coldkey") in done.err
