"""The key that signs for an address."""

from __future__ import annotations

import pytest

from btcli.commands.tx.signing_key import signing_key
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.wallet import Wallet
from tests.cli.running import Cli
from tests.unit.btcli.samples import BOB, context


def test_it_is_found_among_coldkeys_and_hotkeys(alice: Cli) -> None:
    chosen = context(alice.wallets)
    for uri, kind in (("//Alice", "coldkey"), ("//alice//hot", "default")):
        address = Keypair.from_uri(uri).ss58_address
        assert signing_key(chosen, address, use_hotkey=False).private.name == kind
    Wallet("watched", path=alice.wallets).regenerate_coldkeypub(Keypair.from_uri("//Bob"))
    with pytest.raises(UsageError, match="no wallet in"):
        signing_key(chosen, BOB, use_hotkey=False)


def test_a_named_wallet_is_used_whatever_its_address(alice: Cli) -> None:
    named = context(alice.wallets, wallet_name="alice")
    assert signing_key(named, BOB, use_hotkey=False).private.name == "coldkey"
    assert signing_key(named, BOB, use_hotkey=True).private.name == "default"
