"""Who is meant on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.accounts import address_book, selection
from btcli.accounts.address_book import SavedAddress
from btsdk.errors import AddressError, KeyFileMissing, UsageError
from btsdk.keys import Keypair
from btsdk.keys.hashing import blake2_256
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE, BOB, context

HOT = Keypair.from_uri("//alice//hot").ss58_address
Captured = pytest.CaptureFixture[str]


def test_an_address_is_taken_as_one(tmp_path: Path, capsys: Captured) -> None:
    assert selection.account(context(tmp_path), BOB) == BOB
    assert capsys.readouterr().err == ""


def test_a_name_is_that_of_a_wallet_here_and_said_once(alice: Cli, capsys: Captured) -> None:
    run = context(alice.wallets)
    assert selection.account(run, "alice") == selection.account(run, "alice") == ALICE
    assert capsys.readouterr().err == f"alice is {ALICE}\n"


def test_what_is_neither_is_told(alice: Cli) -> None:
    with pytest.raises(AddressError, match="neither an ss58 address nor a wallet"):
        selection.account(context(alice.wallets), "bob")
    slip = BOB[:-1] + ("a" if BOB[-1] != "a" else "b")
    with pytest.raises(AddressError) as caught:
        selection.account(context(alice.wallets), slip)
    assert "neither" not in caught.value.message


def test_a_saved_name_is_usable_wherever_an_address_is(alice: Cli, capsys: Captured) -> None:
    run = context(alice.wallets, wallet_name="alice")
    address_book.save(SavedAddress("bobby", BOB))
    assert selection.account(run, "bobby") == selection.hotkey(run, "bobby") == BOB
    assert capsys.readouterr().err == f"bobby is {BOB}\n"
    assert selection.coldkeys(run, "bobby,alice") == [("bobby", BOB), ("alice", ALICE)]
    assert selection.public_key(run, "bobby", None).ss58_address == BOB


def test_a_name_with_two_meanings_is_refused(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    for name in ("alice", "default"):
        address_book.save(SavedAddress(name, BOB))
    for chosen, select in (("alice", selection.account), ("default", selection.hotkey)):
        with pytest.raises(AddressError, match="and of a saved address") as caught:
            select(run, chosen)
        assert BOB in str(caught.value.hint)
    address_book.save(SavedAddress("alice", ALICE), overwrite=True)
    assert selection.account(run, "alice") == ALICE  # both mean the same


def test_whom_to_look_at(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    assert selection.coldkey(run) == ALICE
    assert selection.coldkey(run, BOB) == BOB
    assert selection.coldkeys(run, None) == [("alice", ALICE)]
    assert selection.coldkeys(run, f"alice, {BOB} alice") == [("alice", ALICE), (None, BOB)]
    assert selection.all_coldkeys(run) == [("alice", ALICE)]


def test_hotkeys_by_name_and_by_address(alice: Cli) -> None:
    run = context(alice.wallets, wallet_name="alice")
    assert selection.hotkey(run) == selection.hotkey(run, "default") == HOT
    assert selection.hotkey(run, BOB) == BOB
    with pytest.raises(KeyFileMissing):
        selection.hotkey(run, "other")
    with pytest.raises(AddressError):
        selection.hotkey(run, BOB[:-1] + "1")


@pytest.mark.parametrize("text", ["1,2", "1 2", "1, 2", " 1 ,, 2 "])
def test_lists_are_written_with_commas_or_spaces(text: str) -> None:
    assert selection.listed([text]) == ["1", "2"]
    assert selection.listed([text, "3"]) == ["1", "2", "3"]


def test_public_keys_from_an_address_or_from_hex(tmp_path: Path) -> None:
    run = context(tmp_path)
    key = Keypair.from_uri("//Alice").public_key
    assert selection.public_key(run, ALICE, None).public_key == key
    assert selection.public_key(run, None, "0x" + key.hex()).public_key == key
    assert selection.public_key(run, None, key.hex()).ss58_address == ALICE
    long = b"\x02" + bytes(32)
    assert selection.public_key(run, None, long.hex(), "ecdsa").public_key == blake2_256(long)


@pytest.mark.parametrize(
    ("address", "hexadecimal"),
    [(None, None), (ALICE, "00"), (None, "00"), (None, "0xzz"), (None, "02" * 33)],
)
def test_what_is_no_public_key(
    tmp_path: Path, address: str | None, hexadecimal: str | None
) -> None:
    run = context(tmp_path)
    with pytest.raises(UsageError):
        selection.public_key(run, address, hexadecimal)
