"""The changes between two metagraphs of one subnet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from btsdk.errors import UsageError
from btsdk.keys import ss58
from btsdk.reads.metagraph.fields import Attribute
from btsdk.reads.metagraph.matrix import Matrix

if TYPE_CHECKING:
    from btsdk.reads.metagraph.fetched import Fetched

_BY_UID = frozenset(
    (
        "coldkeys", "identities", "axons", "active", "validator_permit", "pruning_score",
        "last_update", "emission", "dividends", "incentive", "consensus", "trust", "ranks",
        "validator_trust", "block_at_registration", "alpha_stake", "tao_stake", "total_stake",
        "tao_dividends", "alpha_dividends",
    )
)  # fmt: skip
_APART = frozenset(("hotkeys", "stake", "blocks_since_last_step"))
"""Compared as `joined` and `left`, under another name, or different in every block."""

Row = Mapping[int, int]


@dataclass(frozen=True)
class MetagraphDiff:
    """The changes from one metagraph to another; false if there are none.

    `joined` and `left` are the hotkeys of uids that were registered and deregistered: a replaced
    uid is in both. `columns` has the changed values by column and uid, as `(old, new)`, of neurons
    that are in both; `values` those of the subnet's own attributes; `weights` and `bonds` the
    changed rows by uid, if both metagraphs have them.
    """

    netuid: int
    mechanism: int
    blocks: tuple[int, int]
    joined: dict[int, str]
    left: dict[int, str]
    columns: dict[str, dict[int, tuple[Any, Any]]]
    values: dict[str, tuple[Any, Any]]
    weights: dict[int, tuple[Row, Row]]
    bonds: dict[int, tuple[Row, Row]]

    def __bool__(self) -> bool:
        parts = self.joined, self.left, self.columns, self.values, self.weights, self.bonds
        return any(parts)


def compare(old: Fetched, new: Fetched) -> MetagraphDiff:
    """The changes from `old` to `new`, of the fields that both have."""
    if (old.netuid, old.mechanism) != (new.netuid, new.mechanism):
        raise UsageError(f"{old!r} and {new!r} are not metagraphs of the same mechanism")
    before, after = _hotkeys(old), _hotkeys(new)
    changed = {uid for uid in {*before, *after} if before.get(uid) != after.get(uid)}
    kept = [uid for uid in range(min(old.size, new.size)) if uid not in changed]
    return MetagraphDiff(
        netuid=old.netuid,
        mechanism=old.mechanism,
        blocks=(old.block, new.block),
        joined={uid: ss58.encode(after[uid]) for uid in sorted(changed) if uid in after},
        left={uid: ss58.encode(before[uid]) for uid in sorted(changed) if uid in before},
        columns=_columns(old, new, kept),
        values=_values(old, new),
        weights=_rows(old.fetched_weights, new.fetched_weights),
        bonds=_rows(old.fetched_bonds, new.fetched_bonds),
    )


def _hotkeys(graph: Fetched) -> dict[int, bytes]:
    if "hotkeys" not in graph.fetched:
        raise UsageError(
            "a metagraph without its hotkeys cannot be compared",
            hint='Add "hotkeys" to the fields of both.',
        )
    return dict(enumerate(graph.fetched["hotkeys"]))


def _columns(
    old: Fetched, new: Fetched, kept: Sequence[int]
) -> dict[str, dict[int, tuple[Any, Any]]]:
    found = {}
    for name in _shared(old, new):
        if name in _BY_UID:
            before, after = (_listed(getattr(graph, name)) for graph in (old, new))
            pairs = {uid: (before[uid], after[uid]) for uid in kept}
            if differing := {uid: pair for uid, pair in pairs.items() if pair[0] != pair[1]}:
                found[name] = differing
    return found


def _values(old: Fetched, new: Fetched) -> dict[str, tuple[Any, Any]]:
    names = [name for name in _shared(old, new) if name not in _BY_UID]
    pairs = {name: tuple(_listed(getattr(graph, name)) for graph in (old, new)) for name in names}
    return {name: (first, second) for name, (first, second) in pairs.items() if first != second}


def _shared(old: Fetched, new: Fetched) -> list[str]:
    """The attributes whose fields both metagraphs have."""
    fields = {name: each for name, each in vars(type(old)).items() if isinstance(each, Attribute)}
    both = old.fetched.keys() & new.fetched.keys()
    return [name for name, each in fields.items() if each.source in both and name not in _APART]


def _listed(value: Any) -> Any:
    """An array as a list of Python's numbers; anything else as it is."""
    return value.tolist() if hasattr(value, "tolist") else value


def _rows(old: Matrix | None, new: Matrix | None) -> dict[int, tuple[Row, Row]]:
    if old is None or new is None:
        return {}
    uids = sorted({*old.rows, *new.rows})
    return {uid: (old[uid], new[uid]) for uid in uids if old[uid] != new[uid]}
