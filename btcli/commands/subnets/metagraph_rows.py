"""The neurons of a metagraph: as documents, as a table, as CSV, and in an order."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypedDict

from btcli.documents import NeuronDocument, SubnetDocument, neuron_document
from btcli.render.blocks import Table
from btcli.render.subnets import score
from btcli.terminal.visible import clipped, visible
from btsdk.errors import UsageError
from btsdk.units import Alpha, Tao

if TYPE_CHECKING:
    from btsdk.reads.metagraph import Metagraph
    from btsdk.reads.pruning import Pruning

_NAME_COLUMNS = 24
"""The widest name in a table: its owner chooses it."""


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
    immune_until: Annotated[int | None, "block; null if it is never replaced"]
    registrations_left: Annotated[int | None, "that replace it; null if it is not replaced"]
    name: Annotated[str | None, "published by the coldkey; nothing verifies it"]


class MetagraphRowDocument(_NeuronRow, total=False):
    """A neuron with all that a metagraph has of it."""

    weights: Annotated[dict[str, int], "of 65,535, by uid; only with `--weights`"]
    bonds: Annotated[dict[str, int], "of 65,535, by uid; only with `--bonds`"]


class MetagraphData(TypedDict):
    """The result of `subnets metagraph`."""

    block: int
    mechanism: int
    max_uids: int
    subnet: SubnetDocument
    neurons: list[MetagraphRowDocument]


def rows(
    graph: Metagraph, pruning: Pruning, coldkey: str | None = None
) -> list[MetagraphRowDocument]:
    """All neurons by uid, or those of a coldkey."""
    found = [_row(graph, pruning, uid) for uid in range(graph.size)]
    return [row for row in found if coldkey in (None, row["coldkey"])]


def ordered(
    found: list[MetagraphRowDocument], by: str, *, descending: bool | None
) -> list[MetagraphRowDocument]:
    """The rows in an order: numbers from the greatest on, uids and hotkeys from the least."""
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
        "permit", "immune", "updated", "axon", "name",
    )  # fmt: skip
    return Table(
        columns,
        [_cells(graph, row) for row in found],
        title=f"Metagraph of subnet {graph.netuid}, mechanism {graph.mechanism}, "
        f"block {graph.block:,}",
        right=frozenset(
            ("uid", "stake", "emission", "incentive", "dividends", "trust", "consensus", "updated",
             "immune")
        ),
        spare=("incentive", "dividends", "trust", "permit", "updated", "immune", "consensus",
               "axon", "name"),
        empty="No neurons are registered.",
    )  # fmt: skip


def _row(graph: Metagraph, pruning: Pruning, uid: int) -> MetagraphRowDocument:
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
        "immune_until": next((one.immune_until for one in pruning.order if one.uid == uid), None),
        "registrations_left": pruning.registrations_until(uid),
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
    return row[by]  # type: ignore[literal-required]  # one of `metagraph_options.ORDERS`


def _cells(graph: Metagraph, row: MetagraphRowDocument) -> tuple[str, ...]:
    return (
        str(row["uid"]),
        row["hotkey"],
        f"{Tao.parse(row['stake_weight_tao']):,.4}",
        f"{Alpha.parse(row['emission_alpha'], graph.netuid):,.4}",
        score(row["incentive"]),
        score(row["dividends"]),
        score(max(row["trust"], row["validator_trust"])),
        score(row["consensus"]),
        "yes" if row["validator_permit"] else "",
        _immunity(graph, row),
        f"{graph.block - row['last_update']:,} blocks ago",
        row["axon"] or "",
        clipped(visible(row["name"] or ""), _NAME_COLUMNS),
    )


def _immunity(graph: Metagraph, row: MetagraphRowDocument) -> str:
    if row["registrations_left"] is None:
        return "kept"
    left = (row["immune_until"] or 0) - graph.block
    return f"{left:,} blocks" if left > 0 else ""
