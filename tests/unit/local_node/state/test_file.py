"""Opening chain files: which are taken, which are refused, and what a failed change leaves."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError
from local_node.state.file import copy_file, open_file, transaction
from local_node.state.formats import APPLICATION_ID, FORMAT

INSERT = "INSERT INTO head (key, value) VALUES (x'01', x'02')"


def carry_out(connection: sqlite3.Connection, *statements: str) -> None:
    with transaction(connection, None):
        for statement in statements:
            connection.execute(statement)


def notes(connection: sqlite3.Connection) -> int:
    (count,) = connection.execute("SELECT count(*) FROM head").fetchone()
    return int(count)


def test_a_new_file_is_ours_and_in_the_newest_format(tmp_path: Path) -> None:
    open_file(tmp_path / "chain").close()
    with closing(sqlite3.connect(tmp_path / "chain")) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert plain.execute("PRAGMA user_version").fetchone() == (FORMAT,)


@pytest.mark.parametrize(("durable", "level"), [(False, 1), (True, 2)])
def test_durable_flushes_each_commit(tmp_path: Path, durable: bool, level: int) -> None:
    with closing(open_file(tmp_path / "chain", durable=durable)) as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (level,)


def test_one_process_holds_it(tmp_path: Path) -> None:
    with (
        closing(open_file(tmp_path / "chain")),
        pytest.raises(ChainFileError, match="in use by another process") as caught,
    ):
        open_file(tmp_path / "chain")
    assert "btcli node stop" in str(caught.value.hint)
    open_file(tmp_path / "chain").close()


def test_what_is_refused_stays_as_it_was(tmp_path: Path) -> None:
    text, foreign, newer = (tmp_path / name for name in ("text", "foreign", "newer"))
    text.write_bytes(b"no database, but long enough to look at" * 40)
    with closing(sqlite3.connect(foreign)) as plain:
        plain.execute("CREATE TABLE theirs (a)")
        plain.commit()
    open_file(newer).close()
    with closing(sqlite3.connect(newer)) as plain:
        plain.execute(f"PRAGMA user_version = {FORMAT + 1}")
    for path, reason in (
        (text, "is not a chain file"),
        (foreign, "is a database of another program"),
        (newer, f"has format {FORMAT + 1}, and this release knows {FORMAT}"),
        (tmp_path / "missing" / "chain", "cannot be opened"),
    ):
        before = path.read_bytes() if path.exists() else None
        with pytest.raises(ChainFileError, match=reason) as caught:
            open_file(path)
        assert str(path) in str(caught.value)
        assert caught.value.hint
        assert (path.read_bytes() if path.exists() else None) == before


def test_a_change_is_whole_or_none() -> None:
    with closing(open_file(None)) as connection:
        with pytest.raises(ChainFileError, match="SQLite says"):
            carry_out(connection, INSERT, "INSERT INTO no_such_table VALUES (1)")
        assert notes(connection) == 0
        carry_out(connection, INSERT)
        with pytest.raises(ChainFileError, match="SQLite says"):
            carry_out(connection, "DELETE FROM head", "INSERT INTO no_such_table VALUES (1)")
        assert notes(connection) == 1


def test_a_copy_goes_its_own_way(tmp_path: Path) -> None:
    with closing(open_file(tmp_path / "chain")) as source:
        source.execute("INSERT INTO head (key, value) VALUES (x'01', x'02')")
        with closing(copy_file(source)) as copy:
            copy.execute("DELETE FROM head")
            assert (notes(source), notes(copy)) == (1, 0)


def test_a_full_disk_is_said_so() -> None:
    with closing(open_file(None)) as connection:
        connection.execute("PRAGMA max_page_count = 1")
        many = ["INSERT INTO head (key, value) VALUES (randomblob(16), zeroblob(500))"] * 10_000
        with pytest.raises(ChainFileError, match="the disk is full"):
            carry_out(connection, *many)
        assert notes(connection) == 0
