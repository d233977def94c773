"""One neuron of a metagraph, as a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.reads.serving import Axon, axon_of
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.reads.metagraph.fetched import Fetched

T = TypeVar("T")

SOURCES = (
    "hotkeys", "coldkeys", "active", "validator_permit", "alpha_stake", "tao_stake",
    "total_stake", "emission", "rank", "trust", "consensus", "incentives", "dividends",
    "last_update", "block_at_registration", "axons",
)  # fmt: skip
"""The chain's fields that a row is made of."""


@dataclass(frozen=True)
class MetagraphNeuron:
    """A neuron's row in a metagraph, with the stakes that count for consensus.

    Scores (`incentive`, `dividends`, …) are the chain's integers from 0 to 65,535.
    """

    uid: int
    hotkey: str
    coldkey: str
    active: bool
    validator_permit: bool
    alpha_stake: Alpha
    tao_stake: Tao
    total_stake: Tao
    emission: Alpha
    rank: int
    trust: int
    consensus: int
    incentive: int
    dividends: int
    last_update: int
    registered_at: int
    axon: Axon | None


def row(graph: Fetched, uid: int) -> MetagraphNeuron:
    """The row of one uid, which must be one of the metagraph."""
    info, netuid = graph.fetched, graph.netuid
    if missing := [name for name in SOURCES if name not in info]:
        raise UsageError(
            f"this metagraph was fetched without what its rows need ({', '.join(missing)})",
            hint='Fetch all fields, or add "neurons" to them.',
        )
    return MetagraphNeuron(
        uid=uid,
        hotkey=ss58.encode(info["hotkeys"][uid]),
        coldkey=ss58.encode(info["coldkeys"][uid]),
        active=_nth(info["active"], uid, False),
        validator_permit=_nth(info["validator_permit"], uid, False),
        alpha_stake=Alpha.from_rao(_nth(info["alpha_stake"], uid, 0), netuid),
        tao_stake=Tao.from_rao(_nth(info["tao_stake"], uid, 0)),
        total_stake=Tao.from_rao(_nth(info["total_stake"], uid, 0)),
        emission=Alpha.from_rao(_nth(info["emission"], uid, 0), netuid),
        rank=_nth(info["rank"], uid, 0),
        trust=_nth(info["trust"], uid, 0),
        consensus=_nth(info["consensus"], uid, 0),
        incentive=_nth(info["incentives"], uid, 0),
        dividends=_nth(info["dividends"], uid, 0),
        last_update=_nth(info["last_update"], uid, 0),
        registered_at=_nth(info["block_at_registration"], uid, 0),
        axon=_axon(info["axons"], uid),
    )


def _nth(column: Sequence[T], uid: int, missing: T) -> T:
    """A column's value; zero if no epoch has filled the column up to it yet."""
    return column[uid] if uid < len(column) else missing


def _axon(column: Sequence[Any], uid: int) -> Axon | None:
    return axon_of(column[uid]) if uid < len(column) else None
