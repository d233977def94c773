"""The file of saved addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btcli.accounts import address_book
from btcli.accounts.address_book import SavedAddress, SavedProxy, SignerSet
from btcli.config import ConfigError
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, BOB

PURE = SavedAddress("pure", BOB, "", SavedProxy("Any", ALICE, 2, 0, 7, 1))
TEAM = SavedAddress("team", BOB, "ours", None, SignerSet(2, (ALICE, BOB)))


def test_what_is_saved_is_read_again_and_is_private(config_file: Path) -> None:
    place = config_file.with_name("addresses.json")
    for entry in (TEAM, PURE):
        address_book.save(entry)
    assert address_book.path() == place
    assert place.stat().st_mode & 0o777 == 0o600
    found = address_book.load()
    assert [*found] == ["pure", "team"]
    assert found["team"].multisig == TEAM.multisig
    assert found["pure"].proxy == PURE.proxy
    assert address_book.find("team") == address_book.existing("team") == found["team"]
    assert found["team"].file == place
    assert [path.name for path in place.parent.iterdir()] == ["addresses.json"]  # nothing beside


def test_another_address_is_not_replaced_unasked() -> None:
    address_book.save(SavedAddress("one", ALICE))
    address_book.save(SavedAddress("one", ALICE, "the same"))
    with pytest.raises(UsageError, match="saved already"):
        address_book.save(SavedAddress("one", BOB))
    address_book.save(SavedAddress("one", BOB), overwrite=True)
    assert address_book.existing("one").address == BOB


def test_rename_and_remove() -> None:
    for entry in (TEAM, PURE):
        address_book.save(entry)
    assert address_book.rename("pure", "vault").proxy == PURE.proxy
    with pytest.raises(UsageError, match="saved already"):
        address_book.rename("vault", "team")
    with pytest.raises(UsageError, match="no address is saved"):
        address_book.remove("vault", "pure")
    assert [*address_book.load()] == ["team", "vault"]
    address_book.remove("team", "vault")
    assert address_book.load() == {}


@pytest.mark.parametrize("name", ["", "a b", "a,b", "-x", ".x", "a/b", "x" * 41, "ä"])
def test_what_is_no_name(name: str) -> None:
    with pytest.raises(UsageError) as caught:
        address_book.save(SavedAddress(name, ALICE))
    assert name not in caught.value.message or len(name) < 2


@pytest.mark.parametrize(
    "content",
    [
        "[]",
        "{",
        '{"addresses": []}',
        '{"addresses": {"x": {}}}',
        json.dumps({"addresses": {"x": {"address": ALICE[:-1] + "1"}}}),
        json.dumps({"addresses": {"x": {"address": ALICE, "proxy": {"unknown": 1}}}}),
    ],
)
def test_a_file_that_is_no_address_book_is_named_and_kept(config_file: Path, content: str) -> None:
    place = config_file.with_name("addresses.json")
    place.write_text(content)
    with pytest.raises(ConfigError, match=r"addresses\.json"):
        address_book.save(TEAM)
    assert place.read_text() == content


def test_a_folder_that_cannot_be_written(
    config_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (config_file.parent / "file").touch()
    monkeypatch.setenv("BTSDK_CONFIG_FILE", str(config_file.parent / "file" / "config.json"))
    with pytest.raises(ConfigError, match="cannot be"):
        address_book.save(TEAM)
