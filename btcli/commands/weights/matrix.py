"""The weights of a subnet in JSON and as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, TypedDict

from btcli.render.blocks import Table
from btsdk.ops.shares import percent

if TYPE_CHECKING:
    from btsdk.reads.metagraph import Metagraph
    from btsdk.reads.metagraph.matrix import Matrix
    from btsdk.reads.weights import TimelockedCommit

_MOST = 4
"""How many weights of a row the table shows: the greatest ones."""


class WeightRowDocument(TypedDict):
    """The weights that one neuron has set."""

    uid: int
    hotkey: str
    last_update: Annotated[int, "a block"]
    uids: list[int]
    weights: Annotated[list[int], "of each uid, of 65,535"]


class SealedDocument(TypedDict):
    """Weights that are sealed until a round of the beacon."""

    hotkey: str
    block: int
    reveal_round: int


@dataclass(frozen=True)
class WeightRow:
    """The weights of one neuron, by uid; `age` in blocks."""

    uid: int
    hotkey: str
    last_update: int
    age: int
    weights: Mapping[int, int]

    def share(self, uid: int) -> str:
        """The part of a uid in the row."""
        return percent(Fraction(self.weights[uid], sum(self.weights.values()) or 1))


def rows(graph: Metagraph, weights: Matrix, uid: int | None) -> list[WeightRow]:
    """The rows that are set, or the row of one uid."""
    wanted = sorted(weights.rows) if uid is None else [uid]
    neurons = {neuron.uid: neuron for neuron in graph.neurons}
    return [
        WeightRow(
            one,
            neurons[one].hotkey,
            neurons[one].last_update,
            graph.block - neurons[one].last_update,
            dict(sorted(weights[one].items())),
        )
        for one in wanted
        if one in neurons  # an epoch ignores rows of uids that are gone
    ]


def row_document(row: WeightRow) -> WeightRowDocument:
    """One row."""
    return {
        "uid": row.uid,
        "hotkey": row.hotkey,
        "last_update": row.last_update,
        "uids": list(row.weights),
        "weights": list(row.weights.values()),
    }


def matrix_table(found: Sequence[WeightRow]) -> Table:
    """A line for each row, with its greatest weights."""
    return Table(
        ("uid", "hotkey", "updated", "weights"),
        [(str(row.uid), row.hotkey, f"{row.age:,} blocks ago", _greatest(row)) for row in found],
        right=frozenset({"uid", "updated"}),
        spare=("updated",),
        empty="No weights are set.",
    )


def row_table(graph: Metagraph, row: WeightRow) -> Table:
    """A line for each weight of a row, the greatest first."""
    hotkeys = {neuron.uid: neuron.hotkey for neuron in graph.neurons}
    return Table(
        ("uid", "hotkey", "weight", "share"),
        [
            (str(uid), hotkeys.get(uid, ""), f"{row.weights[uid]:,}", row.share(uid))
            for uid in _by_weight(row)
        ],
        title=f"Weights of uid {row.uid}, {row.hotkey}",
        right=frozenset({"uid", "weight", "share"}),
        spare=("weight",),
        empty=f"Uid {row.uid} has set no weights.",
    )


def sealed_documents(commits: Sequence[TimelockedCommit]) -> list[SealedDocument]:
    """The weights that are sealed."""
    return [
        {"hotkey": one.hotkey, "block": one.block, "reveal_round": one.reveal_round}
        for one in commits
    ]


def sealed_tables(commits: Sequence[TimelockedCommit]) -> tuple[Table, ...]:
    """A table of what is sealed; none if nothing is."""
    if not commits:
        return ()
    lines = [(one.hotkey, f"{one.block:,}", f"{one.reveal_round:,}") for one in commits]
    right = frozenset({"committed in block", "beacon round"})
    columns = ("hotkey", "committed in block", "beacon round")
    return (Table(columns, lines, title="Sealed until the beacon's round", right=right),)


def _by_weight(row: WeightRow) -> list[int]:
    return sorted(row.weights, key=lambda uid: (-row.weights[uid], uid))


def _greatest(row: WeightRow) -> str:
    """The greatest weights: `3: 50 %, 7: 25 %`."""
    order = _by_weight(row)
    shown = ", ".join(f"{uid}: {row.share(uid)}" for uid in order[:_MOST])
    more = len(order) - _MOST
    return f"{shown}, and {more} more" if more > 0 else shown
