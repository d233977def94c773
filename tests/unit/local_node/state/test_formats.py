"""Files of older formats: opened, brought along in one step, with all that was in them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from btsdk.errors import ChainFileError
from local_node.state import formats
from local_node.state.store import Store
from tests.unit.local_node.state.test_store import Grower, some

FORMAT_1 = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE blocks (id INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE,
    parent INTEGER REFERENCES blocks (id), number INTEGER NOT NULL, state_root BLOB NOT NULL,
    has_state INTEGER NOT NULL, header BLOB NOT NULL, body BLOB NOT NULL, justifications BLOB);
CREATE INDEX blocks_by_parent ON blocks (parent);
CREATE TABLE canon (number INTEGER PRIMARY KEY, block INTEGER NOT NULL);
CREATE TABLE nodes (hash BLOB NOT NULL UNIQUE, refs INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE journal (block INTEGER PRIMARY KEY, added BLOB NOT NULL, removed BLOB NOT NULL);
CREATE TABLE head (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
PRAGMA application_id = 1112820803;
PRAGMA user_version = 1;
"""
"""The first format as its release wrote it, down to the letters `BTLC`: never to be changed."""

TABLES = ("meta", "blocks", "canon", "nodes", "journal", "head")


def as_format_1(path: Path, old: Path) -> None:
    """Write what a closed chain file holds into a file of the first format."""
    with closing(sqlite3.connect(old)) as db:
        db.executescript(FORMAT_1)
        db.execute("ATTACH ? AS newer", (str(path),))
        with db:
            for table in TABLES:
                db.execute(f"INSERT INTO main.{table} SELECT * FROM newer.{table}")


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as db:
        return int(db.execute("PRAGMA user_version").fetchone()[0])


@pytest.fixture
def grown(tmp_path: Path) -> tuple[Path, Grower]:
    """A file of the first format, and what is in it: a branch, and states that were pruned."""
    grower = Grower(Store(tmp_path / "new", keep=6))
    blocks = [grower.grow(None, some(0))]
    for number in range(1, 12):
        blocks.append(grower.grow(blocks[-1], some(number)))
    grower.grow(blocks[-2], some(50))
    grower.store.set_head(blocks[-1], {"note": b"kept"})
    grower.store.close()
    as_format_1(tmp_path / "new", tmp_path / "old")
    return tmp_path / "old", grower


def test_a_file_of_the_first_format_is_opened_with_all_of_it(grown: tuple[Path, Grower]) -> None:
    path, grower = grown
    assert version_of(path) == 1
    for _ in range(2):  # when it is brought along, and when it is opened again
        store = grower.store = Store(path)
        assert store.check() == []
        assert store.note("note") == b"kept"
        assert store.keep == 6
        for block, number in grower.numbers.items():
            assert store.header(block) == b"h" + block
            assert store.body(block) == b"b" + block
            if number > grower.numbers[store.head] - 6:
                grower.assert_state(block)
            else:
                assert store.state_root(block) is None
        grower.grow(store.head, some(len(grower.states)))
        store.keep_runtime_answer(b"code", b"question", b"answer")
        assert store.runtime_answer(b"code", b"question") == b"answer"
        store.close()
        assert version_of(path) == formats.FORMAT


def test_a_step_that_breaks_off_leaves_the_old_format(
    grown: tuple[Path, Grower], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, grower = grown
    broken = (*formats.STEPS, "CREATE TABLE half (x); CREATE TABLE half (x)")
    with monkeypatch.context() as patched:
        patched.setattr(formats, "STEPS", broken)
        with pytest.raises(ChainFileError):
            Store(path)
    assert version_of(path) == 1
    grower.store = Store(path)
    grower.assert_state(grower.store.head)
    grower.store.close()


def test_a_newer_format_is_refused_and_left_alone(grown: tuple[Path, Grower]) -> None:
    path, _ = grown
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {formats.FORMAT + 1}")
    before = path.read_bytes()
    with pytest.raises(ChainFileError, match=f"this release knows {formats.FORMAT}") as caught:
        Store(path)
    assert "Upgrade" in str(caught.value.hint)
    assert path.read_bytes() == before


def test_a_new_file_has_the_newest_format(tmp_path: Path) -> None:
    Store(tmp_path / "chain").close()
    assert version_of(tmp_path / "chain") == formats.FORMAT == len(formats.STEPS)
    with closing(sqlite3.connect(tmp_path / "chain")) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (1112820803,)


def test_a_store_in_memory_keeps_no_answers() -> None:
    """It ends before the runtime does, and compressing them would cost each test."""
    store = Store()
    store.keep_runtime_answer(b"code", b"question", b"answer")
    assert store.runtime_answer(b"code", b"question") is None
    store.close()
