"""The files beside a database are those that SQLite makes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from local_node.state.companions import companions


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_all_that_sqlite_makes_is_named(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "dev.chain"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA journal_mode = {mode}")
        db.execute("CREATE TABLE t (a)")
        db.execute("BEGIN")
        db.execute("INSERT INTO t VALUES (1)")
        beside = {found for found in tmp_path.iterdir() if found != path}
        assert beside
        assert beside <= set(companions(path))
        db.execute("ROLLBACK")
