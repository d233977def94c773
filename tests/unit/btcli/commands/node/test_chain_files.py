"""The export, import and check of chain files that cannot be read: refused, and released again."""

from __future__ import annotations

from pathlib import Path

import pytest

from btcli.commands.node import chain_files
from btsdk.errors import ChainFileError, UsageError
from local_node.embedded.chain_file import holder_of, lock_chain_file
from tests.unit.btcli.samples import context


def test_without_a_chain_nothing_is_made(tmp_path: Path) -> None:
    missing, export = tmp_path / "missing.chain", tmp_path / "export"
    with pytest.raises(ChainFileError, match="does not exist"):
        chain_files.export_chain(context(tmp_path), missing, export)
    with pytest.raises(ChainFileError, match="does not exist"):
        chain_files.check_chain(context(tmp_path), missing)
    assert list(tmp_path.iterdir()) == []


def test_what_is_no_chain_is_not_valid_and_is_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "foreign.chain"
    file.write_bytes(b"no chain")
    with pytest.raises(ChainFileError, match=r"foreign\.chain"):
        chain_files.check_chain(context(tmp_path), file)
    assert file.read_bytes() == b"no chain"
    assert holder_of(file) is None


def test_what_is_no_export_replaces_no_chain_and_asks_nothing(tmp_path: Path) -> None:
    file, export = tmp_path / "dev.chain", tmp_path / "export"
    file.write_bytes(b"a chain")
    for content in (None, b"", b"no export"):
        if content is not None:
            export.write_bytes(content)
        with pytest.raises(UsageError, match="export"):
            chain_files.import_chain(context(tmp_path), file, export)
    assert file.read_bytes() == b"a chain"
    assert holder_of(file) is None


def test_a_node_keeps_its_file(tmp_path: Path) -> None:
    file = tmp_path / "dev.chain"
    file.write_bytes(b"a chain")
    held = lock_chain_file(file, "dev")
    held.describe(is_node=True, endpoint="ws://127.0.0.1:1")
    try:
        with pytest.raises(ChainFileError, match="is held by a node") as refused:
            chain_files.check_chain(context(tmp_path), file)
        assert "node stop" in str(refused.value.hint)
        with pytest.raises(ChainFileError, match="is held by a node"):
            chain_files.import_chain(context(tmp_path), file, tmp_path / "export")
    finally:
        held.release()
