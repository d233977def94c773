"""Messages that are encrypted to a key."""

from __future__ import annotations

import pytest

from btsdk.errors import UsageError
from btsdk.keys import Keypair
from btsdk.keys.sealed_messages import open_message, seal_message

ALICE = Keypair.from_uri("//Alice", crypto="ed25519")
OF_ANOTHER_TOOL = (
    "b51bdc6f075ebdc5b87d58871278569818f0718d7cbf5452411a10a3642f"
    "8e76be9273b5fbe683fb7115c68072f5266f28f9db8c71"
)
"""`hello`, encrypted to //Alice by bittensor-wallet 4.1.1."""


@pytest.mark.parametrize("message", [b"", b"hello", bytes(range(256))])
def test_round_trip(message: bytes) -> None:
    sealed = seal_message(message, ALICE.public_key)
    assert len(sealed) == len(message) + 48
    assert sealed != seal_message(message, ALICE.public_key)
    assert open_message(sealed, ALICE) == message


def test_a_message_of_another_tool() -> None:
    assert open_message(bytes.fromhex(OF_ANOTHER_TOOL), ALICE) == b"hello"


@pytest.mark.parametrize(
    ("sealed", "key", "reason"),
    [
        (seal_message(b"x", ALICE.public_key), Keypair.from_uri("//Alice"), "sr25519 key"),
        (seal_message(b"x", ALICE.public_key), Keypair.generate(crypto="ed25519"), "does not open"),
        (seal_message(b"x", ALICE.public_key)[:-1] + b"?", ALICE, "does not open"),
        (b"short", ALICE, "at least 48 bytes"),
    ],
    # The messages are random: as ids they would differ between the processes of a run.
    ids=["another curve", "another key", "damaged", "short"],
)
def test_what_does_not_open(sealed: bytes, key: Keypair, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        open_message(sealed, key)


def test_bytes_that_are_no_ed25519_key() -> None:
    with pytest.raises(UsageError, match="not an ed25519 key"):
        seal_message(b"x", b"\xff" * 32)
