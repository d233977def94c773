"""Names of local accounts, by address."""

from __future__ import annotations

from btcli.accounts.known_names import known_names
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


def test_coldkeys_and_hotkeys_have_names(alice: Cli) -> None:
    Wallet("watched", path=alice.wallets).regenerate_coldkeypub(Keypair.from_uri("//Bob"))
    found = known_names(context(alice.wallets))
    assert sorted(found.values()) == ["alice", "alice/default", "watched"]
    assert found[Keypair.from_uri("//Bob").ss58_address] == "watched"


def test_no_wallets_have_no_names(cli: Cli) -> None:
    assert known_names(context(cli.wallets)) == {}
