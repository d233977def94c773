"""The order of `lock add`."""

from __future__ import annotations

import pytest

from btcli.commands.lock.adding import alpha_or_all
from btsdk.errors import AmountError
from btsdk.units import Alpha
from tests.cli.running import Cli
from tests.unit.btcli.commands.stake.moving import YES


def test_amounts() -> None:
    assert alpha_or_all("all", 1) == "all"
    assert alpha_or_all("1.5", 1) == Alpha.parse("1.5", 1)
    with pytest.raises(AmountError):
        alpha_or_all("much", 1)


def test_nothing_is_free(locked: Cli) -> None:
    error = locked.inside("lock", "add", "--netuid", "77", "--all", *YES).error()
    assert "no alpha on subnet 77 that is free" in error["message"]
