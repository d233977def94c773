"""The constants of Keccak-f, against those that FIPS 202 and the Keccak reference list."""

from __future__ import annotations

from btsdk.pow.keccak_constants import ROTATIONS, ROUND_CONSTANTS


def test_first_and_last_constants() -> None:
    assert ROUND_CONSTANTS[:3] == (0x1, 0x8082, 0x800000000000808A)
    assert ROUND_CONSTANTS[-1] == 0x8000000080008008
    assert len(ROUND_CONSTANTS) == 24


def test_rotations_of_the_first_rows() -> None:
    assert ROTATIONS[:5] == (0, 1, 62, 28, 27)
    assert ROTATIONS[5:10] == (36, 44, 6, 55, 20)
