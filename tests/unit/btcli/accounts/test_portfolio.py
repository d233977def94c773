"""Stakes with their values."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from btcli.accounts.portfolio import (
    holdings,
    paged,
    pages,
    staked_worth,
    stakes_result,
    total_sale,
)
from btcli.output import Result
from btcli.render.blocks import Line
from btsdk.reads.stakes import Stake
from btsdk.units import Alpha, Tao
from tests.unit.btcli.samples import ALICE, BOB, context


def none(netuid: int) -> Alpha:
    return Alpha.from_rao(0, netuid)


class Chain:
    """Stakes and prices, as a view tells them. Selling more than one alpha brings half of it."""

    number = 9

    def __init__(self, *held: tuple[str, int, str]) -> None:
        self.held = held

    def stakes(self, coldkey: str) -> list[Stake]:
        return [
            Stake(
                coldkey,
                hotkey,
                netuid,
                Alpha.parse(amount, netuid),
                Alpha.from_rao(0, netuid),
                True,
            )
            for hotkey, netuid, amount in self.held
        ]

    def prices(self) -> dict[int, Tao]:
        return {1: Tao.parse("2"), 2: Tao.parse("3")}

    def sale_values(self, amounts: Sequence[Alpha]) -> list[Tao | None]:
        return [self._sale(amount) for amount in amounts]

    def _sale(self, amount: Alpha) -> Tao | None:
        if amount.netuid == 2:
            return None
        return Tao.from_rao(amount.rao if amount.rao <= 10**9 else amount.rao // 2)


def chain(*held: tuple[str, int, str]) -> Any:
    return Chain(*held)


def test_stakes_are_in_the_order_of_subnets() -> None:
    rows = holdings(chain((BOB, 2, "1"), (BOB, 1, "1"), (ALICE, 1, "0.5")), ALICE)
    assert [(row.stake.netuid, row.stake.hotkey) for row in rows] == [
        (1, min(ALICE, BOB)),
        (1, max(ALICE, BOB)),
        (2, BOB),
    ]
    assert rows[-1].worth == (Tao.parse("3"), None)
    assert holdings(chain(), ALICE) == []


def test_stakes_of_one_subnet_are_sold_into_one_pool() -> None:
    alone = staked_worth(chain((BOB, 1, "1")), ALICE)
    assert alone == (Tao.parse("2"), Tao.parse("1"))
    together = staked_worth(chain((BOB, 1, "1"), (ALICE, 1, "1")), ALICE)
    assert together == (Tao.parse("4"), Tao.parse("1"))  # not twice what one brings


def test_a_sale_that_is_not_known_makes_the_total_unknown() -> None:
    assert staked_worth(chain((BOB, 1, "1"), (BOB, 2, "1")), ALICE).sale is None
    assert total_sale([Tao.parse("1"), Tao.parse("2")]) == Tao.parse("3")
    assert total_sale([]) == Tao.parse("0")
    assert total_sale([Tao.parse("1"), None]) is None


def test_tables_by_hotkey() -> None:
    held = chain((BOB, 1, "1"), (ALICE, 1, "1"))
    assert len(stakes_result(held, ALICE).blocks) == 1
    by_hotkey = stakes_result(held, ALICE, by_hotkey=True)
    assert len(by_hotkey.blocks) == 2
    assert by_hotkey.data["block"] == 9
    assert by_hotkey.data["total_sale_tao"] == "1.000000000"
    assert len(stakes_result(chain((BOB, 1, "1")), ALICE, by_hotkey=True).blocks) == 1


def test_without_a_terminal_nobody_is_stopped_between_tables(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not pages(context(tmp_path, no_prompt=False))
    assert not pages(context(tmp_path))
    result = paged(context(tmp_path), Result({"a": 1}, (Line("one"),)))
    assert [block.plain() for block in result.blocks] == ["one"]
    assert capsys.readouterr() == ("", "")
