"""`btcli addr remove`."""

from __future__ import annotations

import os

import pytest

from btcli.accounts import address_book
from btcli.accounts.address_book import SavedAddress, SavedProxy
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB


def test_a_name_is_removed(alice: Cli) -> None:
    alice.inside("addr", "add", "bobby", BOB)
    assert alice.inside("addr", "remove", "bobby", "--json").data()["address"]["ss58"] == BOB
    assert alice.inside("addr", "list", "--json").data()["addresses"] == []
    assert alice.inside("addr", "remove", "bobby", "--json").error()["code"] == "usage_error"


def test_a_pure_proxy_is_removed_after_a_confirmation(
    alice: Cli, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(alice.home / "config.json"))
    assert os.environ["BTSDK_CONFIG_FILE"]
    address_book.save(SavedAddress("pure", BOB, "", SavedProxy("Any", ALICE, 0, 0, 7, 1)))
    assert alice.inside("addr", "remove", "pure", "--json").error()["code"] == "needs_confirmation"
    alice.inside("addr", "remove", "pure", "-y", "--json").data()
    assert address_book.load() == {}
