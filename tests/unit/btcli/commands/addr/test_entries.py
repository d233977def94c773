"""Saved addresses in tables."""

from __future__ import annotations

from btcli.accounts.address_book import SavedAddress, SavedProxy, SignerSet
from btcli.commands.addr import entries
from tests.unit.btcli.samples import ALICE, BOB

ENTRIES = (
    SavedAddress("plain", BOB, "a note"),
    SavedAddress("staker", BOB, "", SavedProxy("Staking", ALICE)),
    SavedAddress("pure", BOB, "", SavedProxy("Any", ALICE, 0, 0, 7, 1)),
    SavedAddress("team", BOB, "", None, SignerSet(2, (ALICE, BOB))),
)


def test_the_kind_of_an_account() -> None:
    kinds = [entries.kind(entry) for entry in ENTRIES]
    assert kinds == ["", "proxy Staking", "pure proxy Any", "multisig 2 of 2"]
    assert [row[2] for row in entries.table(ENTRIES).rows] == kinds


def test_the_document_of_each() -> None:
    plain, _, pure, team = map(entries.document, ENTRIES)
    assert plain["proxy"] is plain["multisig"] is None
    assert pure["proxy"] is not None
    assert (pure["proxy"]["height"], pure["proxy"]["ext_index"]) == (7, 1)
    assert team["multisig"] == {"threshold": 2, "signatories": [ALICE, BOB]}
