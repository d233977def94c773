"""Signed messages, and what guards the raw form."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.wallet.messages import CONFIRMATION, allow_raw, message_bytes, verified
from btcli.failures import Declined, NeedsConfirmation
from btsdk.errors import UsageError
from tests.unit.btcli.samples import ALICE, context


def test_bytes_that_are_no_utf8_come_through() -> None:
    assert message_bytes("hé") == "hé".encode()
    assert message_bytes(b"\xff\x00a".decode(errors="surrogateescape")) == b"\xff\x00a"


def test_what_a_good_signature_shows() -> None:
    assert verified("wrapped", ALICE) == f"Good signature: {ALICE} signed this message."
    assert "the raw bytes" in verified("raw", ALICE)


def test_a_hotkey_signs_text_without_a_question(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    allow_raw(context(tmp_path), b"hello", coldkey=False)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("coldkey", [True, False])
def test_what_may_be_a_transaction_is_never_signed(tmp_path: Path, coldkey: bool) -> None:
    with pytest.raises(UsageError, match="refused to sign these 32 bytes raw"):
        allow_raw(context(tmp_path), bytes(32), coldkey=coldkey)


def test_a_coldkey_shows_the_bytes_and_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{CONFIRMATION}\n"))
    allow_raw(context(tmp_path), "hé\x1b".encode(), coldkey=True)
    said = capsys.readouterr().err
    assert "hex   0x68c3a91b" in said
    assert "\x1b" not in said
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    with pytest.raises(Declined):
        allow_raw(context(tmp_path), b"hello", coldkey=True)
    with pytest.raises(NeedsConfirmation):
        allow_raw(context(tmp_path, no_prompt=True), b"hello", coldkey=True)
