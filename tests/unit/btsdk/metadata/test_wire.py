"""Metadata bytes of both versions."""

from __future__ import annotations

import pytest

from btsdk.errors import DecodeError
from btsdk.metadata import decode_metadata, encode_metadata


def test_decoding_and_encoding_change_no_byte(mainnet_bytes: bytes) -> None:
    metadata = decode_metadata(mainnet_bytes)
    encoded = encode_metadata(metadata, mainnet_bytes[4])
    assert encoded == mainnet_bytes
    again = decode_metadata(encoded)
    assert again == metadata
    assert again.registry.types == metadata.registry.types


def test_damaged_metadata(mainnet_bytes: bytes) -> None:
    with pytest.raises(DecodeError, match="bytes are left"):
        decode_metadata(mainnet_bytes + b"\x00")
    for length in range(5, len(mainnet_bytes), 9973):
        with pytest.raises(DecodeError):
            decode_metadata(mainnet_bytes[:length])
