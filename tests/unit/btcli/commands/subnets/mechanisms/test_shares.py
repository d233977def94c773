"""Shares of mechanisms."""

from __future__ import annotations

from btcli.commands.subnets.mechanisms.shares import mechanism_documents, mechanism_table
from btsdk.reads.mechanisms import Mechanisms


def test_shares() -> None:
    equal = Mechanisms(2, 2, 2, None)
    assert [one["parts"] for one in mechanism_documents(equal)] == [32_768, 32_767]
    assert mechanism_documents(equal)[0]["percent"] == "50.0008"
    assert "equal shares" in mechanism_table(equal).title
    split = mechanism_table(Mechanisms(2, 2, 2, (65_535, 0)))
    assert [list(row) for row in split.rows] == [["0", "100 %", "65,535"], ["1", "0 %", "0"]]
