"""Shielded transactions against bytes that Bittensor's own client sealed, and against itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.runtime import shield

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "shield.json").read_text())
PAIR = shield.KeyPair(
    bytes.fromhex(VECTORS["encapsulation_key"]), bytes.fromhex(VECTORS["decapsulation_key"])
)


@pytest.mark.parametrize("case", VECTORS["cases"])
def test_what_the_client_sealed_opens(case: dict[str, str]) -> None:
    parts = shield.parse(bytes.fromhex(case["sealed"]))
    assert parts is not None
    assert parts.key_hash == PAIR.hash
    assert shield.open_sealed(parts, PAIR.decapsulation).hex() == case["plaintext"]


def test_a_fresh_pair_opens_what_was_sealed_to_it() -> None:
    pair = shield.generate()
    sealed = shield.seal(b"an extrinsic", pair.encapsulation)
    assert len(sealed) == 16 + 2 + 1_088 + 24 + 12 + 16
    parts = shield.parse(sealed)
    assert parts is not None
    assert parts.key_hash == pair.hash
    assert shield.open_sealed(parts, pair.decapsulation) == b"an extrinsic"
    for other in (PAIR.decapsulation, pair.decapsulation[:-1]):
        with pytest.raises(shield.ShieldError):
            shield.open_sealed(parts, other)
    with pytest.raises(shield.ShieldError):
        shield.open_sealed(parts._replace(kem_ct=b"short"), pair.decapsulation)
    with pytest.raises(shield.ShieldError):
        shield.open_sealed(parts._replace(aead_ct=b"short"), pair.decapsulation)
    with pytest.raises(shield.ShieldError):
        shield.seal(b"", b"no key")


@given(st.binary(max_size=80))
def test_parts_or_nothing(data: bytes) -> None:
    parts = shield.parse(data)
    if parts is None:
        assert len(data) < 18 + int.from_bytes(data[16:18], "little") + 24
    else:
        length = len(parts.kem_ct).to_bytes(2, "little")
        assert parts.key_hash + length + parts.kem_ct + parts.nonce + parts.aead_ct == data
