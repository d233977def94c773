"""Prices of alpha in blocks of the past."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.context import Context
from btcli.render.blocks import Table
from btsdk.constants import aura
from btsdk.errors import RpcError, UsageError
from btsdk.rpc.error_codes import is_pruned
from btsdk.units import Tao

if TYPE_CHECKING:
    from btsdk.client import Client, View

_HOUR_MS = 3_600_000
_FIRST = 1
"""The first block with a time: the genesis has none."""

Samples = dict[int, dict[int, Tao]]
"""The prices by netuid, by block."""


class PriceDocument(TypedDict):
    """The price of one alpha at a block."""

    block: int
    price_tao: str


class SubnetPriceDocument(TypedDict):
    """The price of a subnet's alpha, and its course."""

    netuid: int
    price_tao: str
    change_percent: Annotated[str | None, "since the first block of `history`; null without one"]
    low_tao: str
    high_tao: str
    history: Annotated[list[PriceDocument], "empty with `--current`"]


@dataclass(frozen=True)
class Course:
    """The prices of one subnet: the present one, and earlier ones by block."""

    netuid: int
    price: Tao
    earlier: dict[int, Tao]

    @property
    def low(self) -> Tao:
        return min(self.earlier.values(), default=self.price)

    @property
    def high(self) -> Tao:
        return max(self.earlier.values(), default=self.price)

    @property
    def change(self) -> str | None:
        """The change in percent with two decimal places; None without an earlier price."""
        first = next(iter(self.earlier.values()), None)
        if not first:
            return None
        hundredths = round((self.price.rao - first.rao) * 10_000 / first.rao)
        sign = "-" if hundredths < 0 else "+"
        return f"{sign}{abs(hundredths) // 100}.{abs(hundredths) % 100:02d}"

    def document(self) -> SubnetPriceDocument:
        """The course for JSON."""
        return {
            "netuid": self.netuid,
            "price_tao": self.price.decimal(),
            "change_percent": self.change,
            "low_tao": self.low.decimal(),
            "high_tao": self.high.decimal(),
            "history": [
                {"block": number, "price_tao": price.decimal()}
                for number, price in self.earlier.items()
            ],
        }


def sampled_blocks(view: View, hours: float, points: int) -> list[int]:
    """Blocks at equal distances over the last hours, the head last."""
    if hours <= 0:
        raise UsageError("--interval-hours is above 0")
    span = round(hours * _HOUR_MS / view.constant(aura.SlotDuration))
    first = max(view.number - span, min(_FIRST, view.number))
    steps = max(min(points, view.number - first + 1) - 1, 1)
    return sorted({first + (view.number - first) * step // steps for step in range(steps + 1)})


def sampled(context: Context, client: Client, numbers: list[int]) -> Samples:
    """The prices in these blocks, with progress. Blocks whose state is pruned are left out."""
    found: Samples = {}
    for place, number in enumerate(numbers, 1):
        context.output.progress(f"Prices: block {place} of {len(numbers)}")
        try:
            found[number] = client.at(number).prices()
        except RpcError as error:
            if not is_pruned(error.rpc_message, error.data):
                raise
    context.output.progress("")
    if left_out := len(numbers) - len(found):
        context.output.say(
            f"{left_out} of {len(numbers)} blocks are left out: the node has pruned their state. "
            "--network archive has all."
        )
    return found


def courses(netuids: list[int], now: dict[int, Tao], samples: Samples) -> list[Course]:
    """The course of each subnet; a subnet has no price in blocks before its creation."""
    return [
        Course(
            netuid,
            now[netuid],
            {
                number: prices[netuid]
                for number, prices in sorted(samples.items())
                if netuid in prices
            },
        )
        for netuid in netuids
    ]


def course_table(found: list[Course]) -> Table:
    """A row for each subnet."""
    return Table(
        ("subnet", "price", "change", "low", "high"),
        [
            (
                str(one.netuid),
                f"{one.price:,.6}",
                "" if one.change is None else f"{one.change} %",
                f"{one.low:,.6}",
                f"{one.high:,.6}",
            )
            for one in found
        ],
        right=frozenset({"subnet", "price", "change", "low", "high"}),
        spare=("high", "low"),
        empty="This chain has no subnets.",
    )


def block_table(one: Course) -> Table:
    """A row for each block of one subnet."""
    numbers = list(one.earlier)
    return Table(
        ("block", "price", "change"),
        [
            (
                f"{number:,}",
                f"{price:,}",
                "" if index == 0 else _difference(price, one.earlier[numbers[index - 1]]),
            )
            for index, (number, price) in enumerate(one.earlier.items())
        ],
        title=f"Price of one alpha of subnet {one.netuid}",
        right=frozenset({"block", "price", "change"}),
        spare=("change",),
    )


def _difference(now: Tao, before: Tao) -> str:
    sign = "-" if now < before else "+"
    return f"{sign}{Tao.from_rao(abs(now.rao - before.rao)).decimal()}"
