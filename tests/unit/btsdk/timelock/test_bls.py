"""BLS signatures, against drand's quicknet."""

from __future__ import annotations

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

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
