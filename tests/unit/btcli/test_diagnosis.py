"""Checks of the installation."""

from __future__ import annotations

import platform
from pathlib import Path

import pytest

from btcli import diagnosis


def test_versions_of_what_is_needed() -> None:
    found = diagnosis.versions()
    assert found["python"] == platform.python_version()
    assert {"btsdk", "typer", "rich", "websockets"} <= set(found)
    assert "missing" not in found.values()
    assert "pytest" not in found


def test_a_package_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    needed = ["no-such-package>=1", "another-one; python_version < '3'", "third; extra == 'dev'"]
    monkeypatch.setattr(diagnosis.metadata, "requires", lambda name: needed)
    found = diagnosis.versions()
    assert found["no-such-package"] == "missing"
    assert not {"another-one", "third"} & set(found)


def test_files_that_others_can_write(tmp_path: Path) -> None:
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for path, mode in ((mine, 0o644), (theirs, 0o666)):
        path.touch()
        path.chmod(mode)
    found = diagnosis.open_files(mine, theirs, tmp_path / "none")
    assert found == [(theirs, f"chmod go-w {theirs}")]


def test_the_keyring_is_named_or_missed() -> None:
    found = diagnosis.keyring()
    assert (found["backend"] is None) == (found["problem"] is not None)
