"""Convictions of a subnet."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.convictions import (
    Conviction,
    conviction_document,
    conviction_table,
    convictions,
)
from btsdk import Client
from btsdk.errors import SubnetNotFound
from btsdk.units import Alpha
from tests.cli.running import Cli
from tests.unit.btcli.samples import ALICE


def test_a_conviction() -> None:
    one = Conviction(ALICE, Alpha.parse("1.5", 2), Alpha.parse("2", 2), 3)
    assert conviction_document(one) == {
        "hotkey": ALICE,
        "conviction_alpha": "1.500000000",
        "locked_alpha": "2.000000000",
        "coldkeys": 3,
    }
    assert list(conviction_table(2, [one]).rows[0]) == [ALICE, "α1.5000", "α2.0000", "3"]
    assert conviction_table(2, []).plain() == "No alpha of subnet 2 is locked."


def test_a_subnet_that_is_not_there(owner: Cli) -> None:
    with (
        Client("local", chain_file=owner.chain_file) as client,
        pytest.raises(SubnetNotFound),
    ):
        convictions(client.head(), 99, None)
