"""Chains whose files do not hold together."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import add


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            "UPDATE blocks SET body = x'00' WHERE number = 2",
            "#2 has a body that does not match its header",
        ),
        (
            "UPDATE blocks SET header = (SELECT header FROM blocks WHERE number = 3)"
            " WHERE number = 2",
            "#2 has a hash other than the one it is stored under",
        ),
        ("DELETE FROM canon WHERE number = 2", "#2 is missing"),
        ("UPDATE blocks SET header = x'0102' WHERE number = 2", "#2 cannot be decoded"),
    ],
    ids=["body", "header", "gap", "noise"],
)
def test_what_is_wrong_is_said(open_chain: Open, tmp_path: Path, spoil: str, problem: str) -> None:
    chain = open_chain(Store(tmp_path / "c"))
    for nonce in range(4):
        chain.submit(add(1, nonce, 1))
    assert chain.check(execute=True) == []
    chain.close()
    with closing(sqlite3.connect(tmp_path / "c")) as db:
        db.execute(spoil)
        db.commit()
    found = open_chain(Store(tmp_path / "c")).check()
    assert any(problem in each for each in found), found
