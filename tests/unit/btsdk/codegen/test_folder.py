"""A package is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from btsdk.codegen.folder import write_package
from btsdk.codegen.package import MARK
from btsdk.errors import OutputFolderError

FILES = {"__init__.py": f'"""{MARK}."""\n', "calls/one.py": "one\n"}


def present(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_a_package_is_written_and_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "chain"
    write_package(folder, FILES)
    assert present(tmp_path) == {"deep/chain/__init__.py", "deep/chain/calls/one.py"}
    write_package(folder, {"__init__.py": FILES["__init__.py"]})
    assert present(tmp_path) == {"deep/chain/__init__.py"}


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    folder = tmp_path / "chain"
    folder.mkdir()
    write_package(folder, FILES)
    assert present(folder) == set(FILES)


@pytest.mark.parametrize("name", ["chain", "file"])
def test_what_is_there_already_is_kept(tmp_path: Path, name: str) -> None:
    (tmp_path / "chain").mkdir()
    (tmp_path / "chain" / "__init__.py").write_text("mine\n")
    (tmp_path / "file").write_text("mine\n")
    with pytest.raises(OutputFolderError, match="something else is there"):
        write_package(tmp_path / name, FILES)
    assert present(tmp_path) == {"chain/__init__.py", "file"}


def test_a_name_that_no_package_can_have(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError, match="'my-chain' is not the name"):
        write_package(tmp_path / "my-chain", FILES)
    assert not present(tmp_path)


def test_a_failure_on_the_way_leaves_the_old_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "chain"
    write_package(folder, FILES)
    rename = os.rename
    monkeypatch.setattr(os, "rename", lambda a, b: refuse() if b == folder else rename(a, b))

    def refuse() -> None:
        monkeypatch.setattr(os, "rename", rename)
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputFolderError, match="No space left"):
        write_package(folder, {"__init__.py": FILES["__init__.py"], "other.py": "other\n"})
    assert present(tmp_path) == {f"chain/{name}" for name in FILES}


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputFolderError) as caught:
        write_package(tmp_path / "file" / "chain", FILES)
    assert caught.value.path == str(tmp_path / "file" / "chain")
    assert present(tmp_path) == {"file"}
