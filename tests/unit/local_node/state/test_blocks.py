"""The tree of blocks, and the head's chain in it, in a database in memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from local_node.state.blocks import BlockRow, BlockTree, KnownBlock, StoredBlock
from local_node.state.file import open_file


def name(number: int, branch: str = "a") -> bytes:
    return f"{branch}{number}".encode().ljust(32, b"\0")


class Forest:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.tree = BlockTree(db)
        self.rows: dict[bytes, BlockRow] = {}

    def add(self, number: int, branch: str = "a", on: bytes | None = None) -> BlockRow:
        block_hash = name(number, branch)
        parent = None if on is None else self.rows[on].id
        block = StoredBlock(block_hash, on or bytes(32), number, bytes(32), b"head", b"body")
        row = self.tree.insert(block, parent)
        self.rows[block_hash] = row
        return row

    def canon(self) -> list[bytes | None]:
        return [self.tree.hash_at(number) for number in self.tree.numbers()]


@pytest.fixture
def forest() -> Iterator[Forest]:
    """Blocks 0 to 3, and a branch that leaves at 1."""
    with closing(open_file(None)) as db:
        grown = Forest(db)
        grown.add(0)
        for number in (1, 2, 3):
            grown.add(number, on=name(number - 1))
        grown.add(2, "b", on=name(1))
        yield grown


def test_what_was_put_there_is_there(forest: Forest) -> None:
    tree = forest.tree
    assert tree.row(name(2)) == forest.rows[name(2)]
    assert (tree.header(name(2)), tree.body(name(2))) == (b"head", b"body")
    assert tree.justifications(name(2)) is None
    assert tree.row(name(9)) is tree.header(name(9)) is tree.body(name(9)) is None
    assert tree.children(name(1)) == [name(2), name(2, "b")]
    assert tree.children(name(3)) == []


def test_a_block_is_put_there_once(forest: Forest) -> None:
    with pytest.raises(KnownBlock):
        forest.add(2, on=name(1))
    assert forest.tree.children(name(1)) == [name(2), name(2, "b")]


def test_the_head_moves_between_branches(forest: Forest) -> None:
    forest.tree.make_canon(forest.rows[name(3)])
    assert forest.canon() == [name(0), name(1), name(2), name(3)]
    forest.tree.make_canon(forest.rows[name(2, "b")])
    assert forest.canon() == [name(0), name(1), name(2, "b")]
    assert forest.tree.hash_at(3) is None
    forest.tree.make_canon(forest.rows[name(0)])
    assert forest.canon() == [name(0)]
    forest.tree.make_canon(forest.rows[name(3)])
    assert forest.canon() == [name(0), name(1), name(2), name(3)]


def test_numbers_may_be_skipped(forest: Forest) -> None:
    forest.tree.make_canon(forest.rows[name(3)])
    far = forest.add(10, "c", on=name(1))
    forest.tree.make_canon(far)
    assert forest.tree.numbers() == [0, 1, 10]
    assert forest.tree.numbers(first=1, count=1) == [1]
    assert forest.tree.numbers(first=2) == [10]
    assert forest.tree.newest(9) == name(1)
    assert forest.tree.newest(10) == forest.tree.newest(99) == name(10, "c")
