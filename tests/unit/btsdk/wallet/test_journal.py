"""Moves that were begun: completed, or not obeyed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from btsdk.wallet import changes
from btsdk.wallet.journal import JOURNAL
from tests.unit.btsdk.wallet.samples import files_in


def _journal(folder: Path, *moves: tuple[str, str, object]) -> None:
    (folder / JOURNAL).write_text(json.dumps(moves))


def test_a_change_that_was_begun_is_completed(tmp_path: Path) -> None:
    (tmp_path / "staged").write_bytes(b"1")
    (tmp_path / "two").write_bytes(b"2")
    _journal(tmp_path, ("staged", "one", None), ("gone", "two", None))
    changes.settle(tmp_path)
    assert files_in(tmp_path) == {"one": b"1", "two": b"2"}


def test_a_journal_never_overwrites_what_it_does_not_know(tmp_path: Path) -> None:
    (tmp_path / "staged").write_bytes(b"1")
    (tmp_path / "one").write_bytes(b"somebody else's")
    _journal(tmp_path, ("staged", "one", None), ("staged", "one", [1, 2, 3]))
    changes.settle(tmp_path)
    assert files_in(tmp_path) == {"staged": b"1", "one": b"somebody else's"}


@pytest.mark.parametrize(
    "move",
    [
        ("wallet/../../secret", "one", None),
        ("key", "../stolen", None),
        ("key", "/tmp/stolen", None),
        ("other/key", "one", None),
        ("hotkeys/a/b", "one", None),
        ("key", "key", None),
        ("key", "one", "x"),
        ("key", "one", []),
        ("key",),
        5,
    ],
)
def test_a_foreign_journal_is_not_obeyed(tmp_path: Path, move: Any) -> None:
    wallet = tmp_path / "wallet"
    wallet.mkdir()
    (wallet / "key").write_bytes(b"1")
    (tmp_path / "secret").write_bytes(b"2")
    _journal(wallet, move)
    changes.settle(wallet)
    found = files_in(tmp_path)
    found.pop(f"wallet/{JOURNAL}")
    assert found == {"wallet/key": b"1", "secret": b"2"}
