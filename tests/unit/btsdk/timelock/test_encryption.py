"""Timelock encryption against ciphertexts that Bittensor's own client made, and against itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.timelock import encryption
from local_node.embedded.drand_beacon import DevelopmentBeacon

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "timelock.json").read_text())


KEY = bytes.fromhex(VECTORS["public_key"])


SIGNATURE = bytes.fromhex(VECTORS["signature"])


BEACON = DevelopmentBeacon()


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(len(case["message"]) // 2))
def test_the_clients_ciphertexts_open(case: dict[str, str]) -> None:
    ciphertext = bytes.fromhex(case["ciphertext"])
    assert encryption.decrypt(ciphertext, SIGNATURE).hex() == case["message"]
    assert encryption.decrypt(ciphertext + b"more", SIGNATURE).hex() == case["message"]


@given(st.binary(max_size=200), st.integers(0, 2**64 - 1))
@settings(max_examples=10)
def test_a_message_opens_in_its_round_alone(message: bytes, number: int) -> None:
    sealed = encryption.encrypt(message, number, BEACON.public_key)
    assert encryption.decrypt(sealed, BEACON.pulse(number)["signature"]) == message
    with pytest.raises(encryption.TimelockError, match="not that of the round"):
        encryption.decrypt(sealed, BEACON.pulse(number ^ 1)["signature"])


def test_a_sealed_message_lies_in_the_clients_format() -> None:
    theirs = bytes.fromhex(VECTORS["cases"][0]["ciphertext"])
    ours = encryption.encrypt(b"hello timelock", 1000, KEY)
    assert len(ours) == len(theirs)
    assert ours[96:104] == theirs[96:104]
    assert ours[-16:] == theirs[-16:] == (8).to_bytes(8, "little") + b"AES_GCM_"
    assert encryption.decrypt(ours, SIGNATURE) == b"hello timelock"


@given(st.integers(0, 257), st.integers(1, 255))
@settings(max_examples=25)
def test_a_changed_ciphertext_never_opens_to_something_else(at: int, flip: int) -> None:
    good = bytes.fromhex(VECTORS["cases"][0]["ciphertext"])
    bad = good[:at] + bytes([good[at] ^ flip]) + good[at + 1 :]
    try:
        opened = encryption.decrypt(bad, SIGNATURE)
    except encryption.TimelockError:
        return
    # the name of the cipher, at the end, is not looked at
    assert at >= len(good) - 8
    assert opened == b"hello timelock"


@given(st.binary(max_size=300))
@settings(max_examples=25)
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(encryption.TimelockError):
        encryption.decrypt(data, SIGNATURE)
