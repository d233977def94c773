"""Metadata in files of every form, and files that hold none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from btsdk.codegen.source import metadata_of, read_metadata
from btsdk.errors import MetadataFileError
from btsdk.metadata import encode_metadata
from btsdk.scale import compact_encode
from tests.unit.btsdk.script import dev_at

RAW = encode_metadata(dev_at().metadata, 15)
HEX = "0x" + RAW.hex()


@pytest.mark.parametrize(
    "data",
    [
        RAW,
        compact_encode(len(RAW)) + RAW,
        HEX.encode(),
        f"  {HEX}\n".encode(),
        json.dumps(HEX).encode(),
        json.dumps({"jsonrpc": "2.0", "id": 1, "result": HEX}).encode(),
    ],
    ids=["raw", "wrapped", "hex", "padded hex", "JSON", "JSON-RPC"],
)
def test_every_form_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "metadata"
    path.write_bytes(data)
    assert encode_metadata(read_metadata(path), 15) == RAW


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not runtime metadata"),
        (b"# README", "not runtime metadata"),
        (RAW[:1000], "at byte"),
        (RAW + b"\0", "left after"),
        (b"meta\x0d" + RAW[5:], "version 13 is not one of"),
        (b"meta\x10" + RAW[5:], "version 16 is not one of"),
        (HEX[:-1].encode(), "cut short"),
        (b'{"error": {"code": -32601, "message": "Method not found"}}', "Method not found"),
        (b'{"result": 5}', "neither 0x-hex"),
        (b"{not json", "not runtime metadata"),
    ],
)
def test_what_is_no_metadata_is_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(MetadataFileError, match=reason) as caught:
        metadata_of(data, "chain.scale")
    assert str(caught.value).startswith("chain.scale: ")
    assert caught.value.hint is not None
    assert "14 or 15" in caught.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(MetadataFileError, match="directory"):
            read_metadata(path)
