"""The neurons of a metagraph: as documents, as a table, as CSV, and in an order."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from btcli.documents import NeuronDocument, neuron_document
from btcli.render.blocks import Table
from btcli.terminal.visible import clipped, visible
from btsdk.errors import UsageError
from btsdk.reads.neurons import SCORE_MAX
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.reads.metagraph import Metagraph

_NAME_COLUMNS = 24
"""The widest name in a table: its owner chooses it."""

ORDERS = ("uid", "stake", "emission", "incentive", "dividends", "trust", "updated", "hotkey")


class _NeuronRow(NeuronDocument):
    tao_stake_tao: Annotated[str, "the hotkey's stake on root"]
    rank: int
    trust: int
    consensus: int
    validator_trust: int
    pruning_score: int
    dividends_alpha: Annotated[str, "of the last epoch"]
    dividends_tao: Annotated[str, "of the last epoch, on root stake"]
    axon_protocol: int | None
    axon_version: int | None
    name: Annotated[str | None, "published by the coldkey; nothing verifies it"]


class MetagraphRowDocument(_NeuronRow, total=False):
    """A neuron with all that a metagraph has of it."""

    weights: Annotated[dict[str, int], "of 65,535, by uid; only with `--weights`"]
    bonds: Annotated[dict[str, int], "of 65,535, by uid; only with `--bonds`"]


def rows(graph: Metagraph) -> list[MetagraphRowDocument]:
    """All neurons, by uid."""
    return [_row(graph, uid) for uid in range(graph.size)]


def ordered(
    found: list[MetagraphRowDocument], by: str, *, descending: bool | None
) -> list[MetagraphRowDocument]:
    """The rows in an order: numbers from the greatest on, uids and hotkeys from the least."""
    if by not in ORDERS:
        raise UsageError(f"neurons are sorted by {', '.join(ORDERS)}, not {by!r}")
    falls = by not in ("uid", "hotkey") if descending is None else descending
    return sorted(found, key=lambda row: _key(row, by), reverse=falls)


def write_csv(file: Path, found: list[MetagraphRowDocument]) -> None:
    """Write the rows to a file, without weights and bonds."""
    names = [name for name in _NeuronRow.__annotations__ if name in found[0]] if found else []
    own = [name for name in NeuronDocument.__annotations__ if name not in names]
    try:
        with file.open("w", newline="", encoding="utf-8") as written:
            writer = csv.DictWriter(written, [*own, *names], extrasaction="ignore")
            writer.writeheader()
            writer.writerows(found)
    except OSError as error:
        raise UsageError(f"{file} cannot be written: {error.strerror}") from None


def metagraph_table(graph: Metagraph, found: list[MetagraphRowDocument]) -> Table:
    """A row for each neuron; scores are fractions of one."""
    columns = (
        "uid", "hotkey", "stake", "emission", "incentive", "dividends", "trust", "consensus",
        "permit", "active", "updated", "axon", "name",
    )  # fmt: skip
    return Table(
        columns,
        [_cells(graph, row) for row in found],
        title=f"Metagraph of subnet {graph.netuid}, mechanism {graph.mechanism}, "
        f"block {graph.block:,}",
        right=frozenset(
            ("uid", "stake", "emission", "incentive", "dividends", "trust", "consensus", "updated")
        ),
        spare=("active", "permit", "trust", "dividends", "incentive", "updated", "consensus",
               "axon", "name"),
        empty="No neurons are registered.",
    )  # fmt: skip


def _row(graph: Metagraph, uid: int) -> MetagraphRowDocument:
    neuron = graph[uid]
    identity = graph.identities[uid] if uid < len(graph.identities) else None
    document: Any = {
        **neuron_document(neuron),
        "tao_stake_tao": neuron.tao_stake.decimal(),
        "rank": neuron.rank,
        "trust": neuron.trust,
        "consensus": neuron.consensus,
        "validator_trust": int(graph.validator_trust[uid]),
        "pruning_score": int(graph.pruning_score[uid]),
        "dividends_alpha": Alpha.from_rao(int(graph.alpha_dividends[uid]), graph.netuid).decimal(),
        "dividends_tao": Tao.from_rao(int(graph.tao_dividends[uid])).decimal(),
        "axon_protocol": None if neuron.axon is None else neuron.axon.protocol,
        "axon_version": None if neuron.axon is None else neuron.axon.version,
        "name": (identity or {}).get("name"),
    }
    if graph.fetched_weights is not None:
        document["weights"] = _sparse(graph.fetched_weights[uid])
    if graph.fetched_bonds is not None:
        document["bonds"] = _sparse(graph.fetched_bonds[uid])
    return document  # type: ignore[no-any-return]


def _sparse(row: Any) -> dict[str, int]:
    return {str(uid): value for uid, value in row.items()}


def _key(row: MetagraphRowDocument, by: str) -> Any:
    match by:
        case "stake":
            return Tao.parse(row["stake_weight_tao"]).rao
        case "emission":
            return Tao.parse(row["emission_alpha"]).rao
        case "trust":
            return max(row["trust"], row["validator_trust"])
        case "updated":
            return row["last_update"]
    return row[by]  # type: ignore[literal-required]  # one of `ORDERS`


def _cells(graph: Metagraph, row: MetagraphRowDocument) -> tuple[str, ...]:
    return (
        str(row["uid"]),
        row["hotkey"],
        f"{Tao.parse(row['stake_weight_tao']):,.4}",
        f"{Alpha.parse(row['emission_alpha'], graph.netuid):,.4}",
        _score(row["incentive"]),
        _score(row["dividends"]),
        _score(max(row["trust"], row["validator_trust"])),
        _score(row["consensus"]),
        "yes" if row["validator_permit"] else "",
        "yes" if row["active"] else "",
        f"{graph.block - row['last_update']:,} blocks ago",
        row["axon"] or "",
        clipped(visible(row["name"] or ""), _NAME_COLUMNS),
    )


def _score(parts: int) -> str:
    """A score as a fraction of one, with five decimal places."""
    return f"{parts / SCORE_MAX:.5f}"
