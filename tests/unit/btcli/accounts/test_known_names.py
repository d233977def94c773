"""Which names are known for an address, and which are free."""

from __future__ import annotations

import pytest

from btcli.accounts import address_book, known_names
from btcli.accounts.address_book import SavedAddress
from btsdk.errors import UsageError
from btsdk.keys import Keypair
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

HOT = Keypair.from_uri("//alice//hot").ss58_address


def test_saved_names_go_before_wallets(alice: Cli) -> None:
    run = context(alice.wallets)
    assert known_names.of_addresses(run) == {ALICE: "alice", HOT: "alice/default"}
    for name, address in (("me", ALICE), ("bobby", BOB)):
        address_book.save(SavedAddress(name, address))
    found = known_names.of_addresses(run)
    assert found == {ALICE: "me", BOB: "bobby", HOT: "alice/default"}


@pytest.mark.parametrize(("name", "said"), [("alice", "a wallet"), ("default", "a hotkey of")])
def test_a_name_of_a_key_is_not_free(alice: Cli, name: str, said: str) -> None:
    known_names.check_free(context(alice.wallets), "bobby")
    with pytest.raises(UsageError, match=said):
        known_names.check_free(context(alice.wallets), name)
