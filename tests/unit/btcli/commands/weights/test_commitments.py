"""Files of commitments."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.weights.commitments import digest_of, file_of, first_kept, keep, kept
from btsdk.errors import UsageError
from btsdk.ops import CommitWeights
from tests.unit.btcli.samples import ALICE, GENESIS

COMMIT = CommitWeights(2, [0, 3], [1, 0.3], version_key=5, mechanism=1)


def test_what_is_kept_reveals_the_commitment(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "file.json"
    keep(path, COMMIT, ALICE)
    hotkey, reveal = kept(path)
    assert hotkey == ALICE
    assert reveal.row == COMMIT.row
    assert digest_of(reveal, ALICE) == digest_of(COMMIT, ALICE)
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_name_is_of_one_chain_and_index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    first = file_of(GENESIS, 2, 0, b"\1" * 32)
    assert first.parent == tmp_path / "btsdk" / "weights"
    assert len({first, file_of(GENESIS, 2, 1, b"\1" * 32), file_of("0x00", 2, 0, b"\1" * 32)}) == 3
    (tmp_path / "there").touch()
    assert first_kept([first, tmp_path / "there"]) == tmp_path / "there"
    assert first_kept([first]) is None


def test_what_cannot_be_kept_or_read(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="cannot be kept"):
        keep(tmp_path / "file" / "inside", COMMIT, ALICE)
    with pytest.raises(UsageError, match="cannot be read"):
        kept(tmp_path / "missing")
    with pytest.raises(UsageError, match="no file of a commitment"):
        kept(tmp_path / "file")
