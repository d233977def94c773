"""Timelock encryption against ciphertexts that Bittensor's own client made, and against itself."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.timelock import bls, encryption
from local_node.embedded.drand_beacon import DevelopmentBeacon

VECTORS = json.loads((Path(__file__).parents[3] / "vectors" / "timelock.json").read_text())
KEY = bytes.fromhex(VECTORS["public_key"])
SIGNATURE = bytes.fromhex(VECTORS["signature"])
BEACON = DevelopmentBeacon()


def test_quicknets_signature_of_round_1000() -> None:
    assert bls.verify(KEY, encryption.round_message(1000), SIGNATURE)
    assert not bls.verify(KEY, encryption.round_message(1001), SIGNATURE)
    assert not bls.verify(BEACON.public_key, encryption.round_message(1000), SIGNATURE)
    assert sha256(SIGNATURE).hexdigest() == VECTORS["randomness"]


def test_signing_lets_nobody_recurse_deeper_than_before() -> None:
    """What hashes to the curve on Python 3.10 would: nested input could then end the process."""
    script = (
        "import sys; from btsdk.timelock import bls; before = sys.getrecursionlimit(); "
        "bls.sign(1, b''); sys.exit(sys.getrecursionlimit() != before)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_bytes_that_are_no_points() -> None:
    for signature in (b"", bytes(48), SIGNATURE[:-1], b"\x9f" + b"\xff" * 47):
        with pytest.raises(bls.BlsError):
            bls.verify(KEY, bytes(32), signature)
    with pytest.raises(bls.BlsError):
        bls.verify(KEY[:95], bytes(32), SIGNATURE)


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
