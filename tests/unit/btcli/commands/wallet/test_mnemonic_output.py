"""The words of a new key are written as a whole, or the command learns that they were not."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

from btcli.commands.wallet import mnemonic_output
from btcli.context import Context, SharedOptions
from btcli.output import Output
from btcli.terminal import streams
from btsdk.errors import WalletError

WORDS = "legal winner thank year wave sausage worth useful legal winner thank yellow"


@pytest.fixture
def full() -> Iterator[TextIO]:
    """Standard error on a full disk."""
    with Path("/dev/full").open("wb") as raw:
        yield streams._ErrorStream(raw, encoding="utf-8")


def test_no_words_after_a_line_that_was_lost(full: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", full)
    assert mnemonic_output.stream(to_stdout=False, encrypted=False) is full
    full.write("A warning.\n")  # still in the buffer; from here on the null device takes all
    context = Context(SharedOptions(), Output())
    with pytest.raises(WalletError, match="an earlier line could not be written"):
        mnemonic_output.show(context, full, {"hotkey 'h'": WORDS})
    with pytest.raises(WalletError, match="closed"):
        mnemonic_output.stream(to_stdout=False, encrypted=False)


def test_no_row_is_wider_than_the_terminal() -> None:
    for width in (10, 40, 64, 80, 200):
        rows = mnemonic_output._grid(WORDS, width).splitlines()
        assert max(map(len, rows)) <= max(width, 19)
        assert " ".join(rows).split()[1::2] == WORDS.split()


def test_a_stream_that_was_closed(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w") as stream:
        assert mnemonic_output._is_open(stream)
        mnemonic_output.put(stream, WORDS)
    assert not mnemonic_output._is_open(stream)
    assert (tmp_path / "out").read_text() == WORDS
    with pytest.raises(WalletError, match="cannot be written"):
        mnemonic_output.write(stream, WORDS)
