"""The order of `lock add`."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from btcli.commands.lock.adding import asked_amount
from btsdk.errors import AmountError, UsageError
from btsdk.units import Alpha
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES
from tests.unit.btcli.samples import context


def test_amounts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = context(tmp_path)
    assert asked_amount(run, "all", False, 1) == asked_amount(run, None, True, 1) == "all"
    assert asked_amount(run, "1.5", False, 1) == Alpha.parse("1.5", 1)
    with pytest.raises(AmountError):
        asked_amount(run, "much", False, 1)
    monkeypatch.setattr(sys, "stdin", io.StringIO("2\n"))
    assert asked_amount(run, None, False, 1) == Alpha.parse("2", 1)
    with pytest.raises(UsageError, match="no amount given"):
        asked_amount(run, None, False, 1)


def test_nothing_is_free(locked: Cli) -> None:
    error = locked.inside("lock", "add", "--netuid", "77", "--all", *YES).error()
    assert "no alpha on subnet 77 that is free" in error["message"]
