"""Unsigned payloads as JSON."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.tx.signed import FORMAT, UnsignedPayload


@pytest.mark.parametrize("value", ["17", '"0xzz"', "null", '["00"]'])
def test_a_payload_with_another_value_in_place_of_hex_is_refused(value: str) -> None:
    numbers = '"nonce": 0, "spec_version": 1, "transaction_version": 1, "metadata_hash": null'
    text = f'{{"format": {FORMAT}, {numbers}, "genesis_hash": {value}}}'
    with pytest.raises(UsageError, match="hex"):
        UnsignedPayload.from_json(text)
