"""Wallets and keys on a screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.wallet.key_creation import KeyFile
from btcli.render.wallets import findings_table, key_facts, state, wallet_table
from btsdk.wallet import Finding, KeyEntry, WalletEntry
from btsdk.wallet.checking import Problem
from tests.unit.btcli.samples import ALICE

HOME = Path("/w")


def entry(name: str, *, exists: bool = True, problem: str | None = None) -> KeyEntry:
    return KeyEntry(name, None, exists, False, problem)


def test_hotkeys_stand_below_their_coldkey() -> None:
    wallet = WalletEntry("alice", HOME, entry("alice"), (entry("one"), entry("two", exists=False)))
    shown = wallet_table([wallet], HOME, coldkeys_only=False)
    assert shown.rows == [
        ("alice", "coldkey", "?", "unencrypted"),
        ("", "hotkey one", "?", "unencrypted"),
        ("", "hotkey two", "?", "watch only"),
    ]
    assert len(wallet_table([wallet], HOME, coldkeys_only=True).rows) == 1


def test_a_problem_stands_in_the_place_of_the_state() -> None:
    wallet = WalletEntry("alice", HOME, entry("alice", problem="damaged"), ())
    ((*_, shown),) = wallet_table([wallet], HOME, coldkeys_only=False).rows
    assert shown == "damaged"


@pytest.mark.parametrize(
    ("exists", "encrypted", "said"),
    [(True, True, "encrypted"), (True, False, "unencrypted"), (False, False, "watch only")],
)
def test_how_a_private_key_lies_there(exists: bool, encrypted: bool, said: str) -> None:
    assert state(KeyEntry("a", None, exists, encrypted, None)) == said


def test_a_directory_without_wallets() -> None:
    assert wallet_table([], HOME, coldkeys_only=False).plain().startswith("No wallets in /w.")


@pytest.mark.parametrize(
    ("kind", "created", "said"),
    [
        ("coldkey", True, "alice (encrypted)"),
        ("coldkey", False, "alice (encrypted, exists already)"),
        ("hotkey", True, "alice/hot (encrypted)"),
    ],
)
def test_a_key_that_was_made(kind: str, created: bool, said: str) -> None:
    made = KeyFile(kind, "alice", "hot", ALICE, HOME / "f", True, created)  # type: ignore[arg-type]
    facts = dict(key_facts(made).rows)
    assert facts == {kind: said, "address": ALICE, "file": "/w/f"}


def test_findings_tell_their_remedy() -> None:
    found = [
        Finding(Problem.OPEN_FOLDER, HOME, "open", "chmod go-w /w"),
        Finding(Problem.UNVERIFIED, HOME, "odd"),
    ]
    assert findings_table(found).rows == [("/w", "open", "chmod go-w /w"), ("/w", "odd", "")]
