"""What a pure proxy's removal has to name, and where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.accounts import address_book
from btcli.accounts.address_book import SavedAddress, SavedProxy
from btcli.commands.proxy import pure
from btsdk.errors import UsageError
from btsdk.ops import KillPureProxy
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context


@pytest.fixture(autouse=True)
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(tmp_path / "config.json"))
    facts = SavedProxy("Transfer", BOB, 0, 3, 7, 1)
    address_book.save(SavedAddress("vault", ALICE, "", facts))
    address_book.save(SavedAddress("friend", BOB))


def test_saved_facts_fill_what_is_not_given(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice", proxy="vault")
    assert pure.removal(run, None, None, None, None, None) == KillPureProxy(
        BOB, "Transfer", 3, 7, 1
    )
    assert pure.removal(run, 8, 2, "alice", "Any", 0) == KillPureProxy(ALICE, "Any", 0, 8, 2)


def test_without_saved_facts_the_wallet_made_it(alice: Cli) -> None:
    for choices in ({}, {"proxy": "friend"}, {"proxy": BOB}):
        run = context(alice.wallets, wallet_name="alice", **choices)
        assert pure.removal(run, 8, 2, None, None, None) == KillPureProxy(ALICE, "Any", 0, 8, 2)
        with pytest.raises(UsageError, match="--height and --ext-index"):
            pure.removal(run, 8, None, None, None, None)


def test_a_new_name_is_free(alice: Cli) -> None:
    run = context(alice.wallets)
    pure.check_new_name(run, "other")
    for name, said in (("vault", "saved already"), ("alice", "a wallet"), ("a b", "letters")):
        with pytest.raises(UsageError, match=said):
            pure.check_new_name(run, name)
