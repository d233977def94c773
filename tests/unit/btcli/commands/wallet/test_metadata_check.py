"""What is told of the cached metadata."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.wallet import metadata_check
from btsdk.metadata.cache import MetadataCache, Note, default_folder
from btsdk.wallet.checking import Problem


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return default_folder()


def test_no_cache_is_no_finding(folder: Path) -> None:
    assert metadata_check.findings() == []
    assert metadata_check.document() == []
    assert metadata_check.unverified_note() is None


def test_a_cache_that_others_may_write_is_told_with_its_remedy(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    (found,) = metadata_check.findings()
    assert (found.problem, found.path) == (Problem.OPEN_FOLDER, folder)
    assert found.remedy == f"chmod go-w {folder}"
    folder.chmod(0o700)
    assert metadata_check.findings() == []


def test_a_signature_that_no_chain_verified_is_a_finding(folder: Path) -> None:
    cache = MetadataCache(folder)
    for number, signatures in enumerate(("", "verified", "unverified")):
        genesis = f"0x{number}0123456789"
        cache.note(bytes([number]) * 32, Note(genesis, f"net{number}", signatures))
    (found,) = metadata_check.findings()
    assert found.problem is Problem.UNVERIFIED
    assert "net2 (genesis 0x20123456…)" in found.message
    assert found.remedy == f"rm {found.path}"
    assert found.path.exists()
    told = metadata_check.document()
    assert [one["network"] for one in told] == ["net0", "net1", "net2"]
    assert [one["verified"] for one in told] == [False, True, False]
    assert [one["signed_unverified"] for one in told] == [False, False, True]
    note = metadata_check.unverified_note()
    assert str(note).endswith("not yet verified by the chain: net0 (genesis 0x00123456…).")
