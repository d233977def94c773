"""Prices in blocks of the past."""

from __future__ import annotations

import pytest

from btcli.commands.subnets.price_history import (
    Course,
    block_table,
    course_table,
    courses,
    sampled,
    sampled_blocks,
)
from btsdk import Client
from btsdk.errors import RpcError, UsageError
from btsdk.units import Tao
from local_node import LocalChain
from tests.cli.running import Cli
from tests.unit.btcli.samples import context


def taos(**prices: str) -> dict[int, Tao]:
    return {int(number.removeprefix("n")): Tao.parse(text) for number, text in prices.items()}


def test_blocks_at_equal_distances() -> None:
    with LocalChain() as chain:
        chain.advance(100)
        view = chain.client.head()
        assert sampled_blocks(view, 4, 4) == [1, 34, 67, 100]
        assert len(sampled_blocks(view, 4, 1_000)) == 100
        assert sampled_blocks(chain.client.at(0), 4, 24) == [0]
        slots = 3_600_000 // 250
        assert sampled_blocks(view, 10 / slots, 3) == [90, 95, 100]
        with pytest.raises(UsageError, match="above 0"):
            sampled_blocks(view, 0, 24)


def test_the_course_of_a_price() -> None:
    one, two = courses(
        [1, 2],
        taos(n1="1.5", n2="3"),
        {20: taos(n1="1.5", n2="3"), 10: taos(n1="2")},
    )
    assert one == Course(1, Tao.parse("1.5"), taos(n10="2", n20="1.5"))
    assert (one.change, one.low, one.high) == ("-25.00", Tao.parse("1.5"), Tao.parse("2"))
    assert (two.change, two.earlier) == ("+0.00", taos(n20="3"))
    document = one.document()
    assert document["change_percent"] == "-25.00"
    assert document["history"][0] == {"block": 10, "price_tao": "2.000000000"}
    assert Course(1, Tao.parse("1"), {}).change is None
    assert list(course_table([one]).rows[0]) == [
        "1", "τ1.500000", "-25.00 %", "τ1.500000", "τ2.000000"
    ]  # fmt: skip
    assert [row[2] for row in block_table(one).rows] == ["", "-0.500000000"]


def test_what_is_pruned_is_left_out(
    owner: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Client("local", chain_file=owner.chain_file) as client:
        whole = client.at

        def at(block: int) -> object:
            if block == 0:
                raise RpcError("state_call", 4003, "State already discarded for 0x00")
            return whole(block)

        monkeypatch.setattr(client, "at", at)
        found = sampled(context(owner.wallets), client, [0, 1, 2])
    assert list(found) == [1, 2]
    assert "1 of 3 blocks are left out" in capsys.readouterr().err
