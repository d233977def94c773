"""`btcli wallet rename`."""

from __future__ import annotations

from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE

RENAME = ("wallet", "rename", "-w", "alice", "--json-output", "--new-name")


def test_a_wallet_keeps_its_keys(alice: Cli) -> None:
    data = alice.inside(*RENAME, "carol").data()
    assert data == {"from": "alice", "to": "carol", "folder": str(alice.wallets / "carol")}
    assert Wallet("carol", path=alice.wallets).unlock_coldkey().ss58_address == ALICE
    assert not (alice.wallets / "alice").exists()


def test_a_hotkey_keeps_its_key(alice: Cli) -> None:
    before = Wallet("alice", path=alice.wallets).hotkeypub
    data = alice.inside(*RENAME, "hot", "--use-hotkey").data()
    assert (data["from"], data["to"]) == ("alice/default", "alice/hot")
    assert Wallet("alice", "hot", alice.wallets).hotkeypub == before


def test_a_name_that_is_taken_changes_nothing(alice: Cli) -> None:
    (alice.wallets / "bob").mkdir()
    (alice.wallets / "bob" / "coldkey").write_text("x")
    assert alice.inside(*RENAME, "bob").exit_code == 4
    assert Wallet("alice", path=alice.wallets).unlock_coldkey().ss58_address == ALICE
    assert (alice.wallets / "bob" / "coldkey").read_text() == "x"


def test_what_cannot_be_a_name(alice: Cli) -> None:
    assert alice.inside(*RENAME, "../bob").exit_code == 2
