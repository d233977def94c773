"""Metadata in a file: raw, as hex text, or as the answer of a node to `state_getMetadata`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from btsdk.errors import DecodeError, MetadataFileError
from btsdk.metadata import Metadata, decode_metadata

_TEXT = b" \t\r\n\"'{0"
"""The first bytes of a file that holds text."""


def read_metadata(path: Path) -> Metadata:
    """The metadata in a file; raises `MetadataFileError`."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise MetadataFileError(str(path), error.strerror or str(error)) from error
    return metadata_of(data, str(path))


def metadata_of(data: bytes, name: str = "the metadata") -> Metadata:
    """The metadata in the bytes of a file of this name."""
    try:
        return decode_metadata(_from_text(data, name) if data[:1] in _firsts() else data)
    except DecodeError as error:
        raise MetadataFileError(name, str(error)) from error


def _firsts() -> set[bytes]:
    return {bytes((byte,)) for byte in _TEXT}


def _from_text(data: bytes, name: str) -> bytes:
    """The bytes in hex text, or in a JSON-RPC answer that has it."""
    try:
        text = data.decode().strip()
        found: Any = json.loads(text) if text[:1] in ("{", '"') else text.strip("'")
    except ValueError:
        return data  # SCALE bytes may begin like text
    if isinstance(found, dict):
        if "error" in found:
            refused = f"it holds the answer of a node that failed: {str(found['error'])[:200]}"
            raise MetadataFileError(name, refused)
        found = found.get("result")
    if not isinstance(found, str) or found[:2] != "0x":
        raise MetadataFileError(name, "it is text, but neither 0x-hex nor a JSON-RPC answer of it")
    try:
        return bytes.fromhex(found[2:])
    except ValueError:
        raise MetadataFileError(name, "its hex text is cut short or damaged") from None
