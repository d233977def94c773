"""Names from the SQLite file of an older btcli."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from btcli.accounts import address_book, kept_calls, older_names
from btcli.accounts.address_book import SavedAddress, SavedProxy
from btcli.config import ConfigError
from btsdk.errors import UsageError
from btsdk.keys.hashing import blake2_256
from tests.unit.btcli.samples import ALICE, BOB

TABLES = """
CREATE TABLE address_book (name TEXT, ss58_address TEXT, note TEXT);
CREATE TABLE proxy_address_book (name TEXT, ss58_address TEXT, delay INTEGER, spawner TEXT,
                                 proxy_type TEXT, note TEXT);
CREATE TABLE proxy_announcements (id INTEGER PRIMARY KEY, address TEXT, epoch_time INTEGER,
                                  block INTEGER, call_hash TEXT, call TEXT, call_serialized TEXT,
                                  executed INTEGER);
"""


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file as btcli 9 writes it."""
    path = tmp_path / "bittensor.db"
    with closing(sqlite3.connect(path)) as file:
        file.executescript(TABLES)
        rows = [("team", BOB, 3, ALICE, "Staking", "old"), ("broken", "5F", 0, ALICE, "Any", "")]
        file.executemany("INSERT INTO proxy_address_book VALUES (?, ?, ?, ?, ?, ?)", rows)
        file.execute("INSERT INTO address_book VALUES (?, ?, ?)", ("friend", ALICE, None))
        file.commit()
    monkeypatch.setenv("BTCLI_PROXIES_PATH", str(path))
    return path


def test_both_tables_are_read_and_the_file_is_not_changed(older: Path) -> None:
    before = older.read_bytes()
    found = address_book.load()
    assert found["team"] == SavedAddress(
        "team", BOB, "old", SavedProxy("Staking", ALICE, 3), None, older
    )
    assert found["friend"] == SavedAddress("friend", ALICE, "", None, None, older)
    assert "broken" not in found  # no address
    with pytest.raises(UsageError, match="saved by an older btcli"):
        address_book.remove("team")
    with pytest.raises(UsageError, match="saved by an older btcli"):
        address_book.rename("team", "other")
    assert older.read_bytes() == before


def test_an_announced_call_is_found_by_its_hash(older: Path) -> None:
    calls = ("0x0000", "0x00000401", None, "no hex")
    with closing(sqlite3.connect(older)) as file:
        rows = [(ALICE, 0, 1, "0x", call, "{}", 0) for call in calls]
        names = "address, epoch_time, block, call_hash, call, call_serialized, executed"
        query = f"INSERT INTO proxy_announcements ({names}) VALUES (?, ?, ?, ?, ?, ?, ?)"
        file.executemany(query, rows)
        file.commit()
    assert older_names.announced_calls() == [b"\0\0", b"\0\0\4\1"]
    assert kept_calls.of_hash(blake2_256(b"\0\0\4\1")) == b"\0\0\4\1"
    assert kept_calls.of_hash(bytes(32)) is None


def test_our_own_names_go_first(older: Path) -> None:
    address_book.save(SavedAddress("team", ALICE))
    assert address_book.existing("team").address == ALICE


def test_no_file_or_one_without_the_tables(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(sqlite3.connect(older)) as file:
        file.executescript("DROP TABLE address_book; DROP TABLE proxy_address_book;")
    assert older_names.read() == []
    older.unlink()
    assert older_names.read() == []
    monkeypatch.delenv("BTCLI_PROXIES_PATH")
    assert older_names.path() is None  # with a config file of its own
    monkeypatch.delenv("BTSDK_CONFIG_FILE")
    assert older_names.path() == Path("~/.bittensor/bittensor.db").expanduser()


def test_a_file_that_is_no_database(older: Path) -> None:
    older.write_text("not a database, but long enough to be looked at" * 10)
    with pytest.raises(ConfigError, match="cannot be read"):
        older_names.read()
