"""Accounts that register on an easy subnet, and proofs of work."""

from __future__ import annotations

from typing import Any

from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import meets_difficulty
from tests.unit.local_node.runtime.pallets.subtensor.chain import key

COLDKEY, HOTKEY, OTHER = key(1), key(2), key(3)


HASH = b"\xab" * 32


EASY = 50


def mined(seal: Any, difficulty: int = EASY) -> tuple[int, bytes]:
    """The first nonce that meets the difficulty, and its seal."""
    nonce = 0
    while not meets_difficulty(seal(nonce), difficulty):
        nonce += 1
    return nonce, seal(nonce)


def missed(seal: Any, difficulty: int = EASY) -> tuple[int, bytes]:
    """A nonce whose seal does not meet the difficulty."""
    nonce = 0
    while meets_difficulty(seal(nonce), difficulty):
        nonce += 1
    return nonce, seal(nonce)
