"""Commitments as they are read: each kind of field, and data of other clients."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.keys import Keypair
from btsdk.reads.commitments import commitment, revealed_commitments
from btsdk.scale.primitives import compact_encode
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at

HOTKEY = Keypair.from_uri("//Alice").ss58_address


def registration(*fields: Any) -> dict[str, Any]:
    return {"deposit": 5, "block": 9, "info": {"fields": list(fields)}}


def test_fields() -> None:
    sealed = {"encrypted": b"\x01", "reveal_round": 77}
    fields = [("Sha256", b"\x07" * 32), ("TimelockEncrypted", sealed), "ResetBondsFlag"]
    chain = Chain(CommitmentOf=registration(*fields))
    found = chain.script().play(commitment(dev_at(), 1, HOTKEY))
    assert found is not None
    assert [field.kind for field in found.fields] == [
        "Sha256",
        "TimelockEncrypted",
        "ResetBondsFlag",
    ]
    assert (found.data, found.text, found.reveal_round) == (None, None, 77)
    assert found.hotkey == HOTKEY


@pytest.mark.parametrize(
    ("stored", "data", "text"),
    [
        (compact_encode(5) + b"hello", b"hello", "hello"),
        (compact_encode(300) + b"a" * 300, b"a" * 300, "a" * 300),
        (b"hello", b"hello", "hello"),
        (b"\xff\xfe", b"\xff\xfe", None),
        (b"", b"", ""),
    ],
)
def test_what_is_revealed(stored: bytes, data: bytes, text: str | None) -> None:
    """Bittensor's clients seal data with its length in front; others need not."""
    chain = Chain(RevealedCommitments=[(stored, 4)])
    (found,) = chain.script().play(revealed_commitments(dev_at(), 1, HOTKEY))
    assert (found.data, found.text, found.block) == (data, text, 4)


def test_nothing() -> None:
    script = Chain().script()
    assert script.play(commitment(dev_at(), 1, HOTKEY)) is None
    assert script.play(revealed_commitments(dev_at(), 1, HOTKEY)) == ()
