"""Files of transactions."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from btcli import transaction_file
from btsdk.errors import OfflineTransactionError, UsageError
from btsdk.tx.offline import OfflineTransaction
from tests.unit.btcli.offline_sample import transaction


@pytest.fixture(scope="module")
def made() -> OfflineTransaction:
    return transaction("System", "remark", {"remark": b"x"})


def test_it_is_written_whole_and_read_again(made: OfflineTransaction, tmp_path: Path) -> None:
    path = tmp_path / "tx.json"
    transaction_file.write(made, path)
    assert [one.name for one in tmp_path.iterdir()] == ["tx.json"]
    assert transaction_file.read(str(path)).to_json() == made.to_json()
    with pytest.raises(UsageError, match="cannot be written"):
        transaction_file.write(made, tmp_path / "none" / "tx.json")


def test_standard_input_and_a_document(
    made: OfflineTransaction, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = {"success": True, "data": {"transaction": made.to_json(), "file": None}}
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(document)))
    assert transaction_file.read("-").to_json() == made.to_json()


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        transaction_file.read(str(tmp_path))
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(OfflineTransactionError):
        transaction_file.read(str(tmp_path / "binary"))
    monkeypatch.setattr(transaction_file, "_LONGEST", 1)
    with pytest.raises(OfflineTransactionError, match="too long"):
        transaction_file.read(str(tmp_path / "binary"))


def test_where_it_is_written_to() -> None:
    assert transaction_file.target("a", None) == Path("a")
    assert transaction_file.target("-", Path("b")) == Path("b")
    with pytest.raises(UsageError, match="standard input"):
        transaction_file.target("-", None)
