"""Comparison of an extrinsic's events with those expected of the previewed operation.

Each operation declares the events that report its success (`Draft.expects`), with the fields that
identify it. Batches, proxies and sudo pass these on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from btsdk.descriptors import TypedEvent
from btsdk.descriptors.fields import chain_name
from btsdk.errors import IncompatibleItem
from btsdk.keys import ss58
from btsdk.metadata import EventRecord, Metadata


@dataclass(frozen=True)
class Expected:
    """An expected event with the values of some of its fields.

    `or_nothing`: the chain may also do nothing and report success.
    """

    kind: type[TypedEvent]
    fields: Mapping[str, Any] = field(default_factory=dict)
    or_nothing: bool = False


@dataclass(frozen=True)
class Parts:
    """The expected events of the calls of a batch, in order."""

    parts: tuple[tuple[Expectation, ...], ...]


Expectation: TypeAlias = "Expected | Parts"

PART_ENDS = frozenset({"ItemCompleted", "ItemFailed", "BatchInterrupted"})
"""The `Utility` events that mark the end of one call of a batch."""


def expected(kind: type[TypedEvent], **fields: Any) -> Expected:
    """An event that must be reported, with the fields that are known beforehand."""
    return Expected(kind, fields)


def missing(
    expects: Sequence[Expectation], records: Sequence[EventRecord], metadata: Metadata
) -> tuple[str, ...]:
    """The missing events, in words. One record satisfies one expectation."""
    return tuple(_words(one) for one in _unmet(expects, list(records), metadata))


def _unmet(
    expects: Sequence[Expectation], records: list[EventRecord], metadata: Metadata
) -> list[Expected]:
    unmet: list[Expected] = []
    for one in expects:
        if isinstance(one, Parts):
            unmet += _unmet_parts(one, records, metadata)
        else:
            unmet += _unmet_event(one, records, metadata)
    return unmet


def _unmet_event(
    one: Expected, records: list[EventRecord], metadata: Metadata
) -> Iterable[Expected]:
    if one.or_nothing and not any(_does_something(record) for record in records):
        return ()
    try:
        one.kind.require(metadata)
    except IncompatibleItem as error:
        if error.found is None:
            return ()  # the runtime does not declare the event
        one = Expected(one.kind)  # its fields differ: only the name is compared
    for place, record in enumerate(records):
        if one.kind.matches(record) and _fits(one, record):
            del records[place]
            return ()
    return (one,)


def _unmet_parts(
    batch: Parts, records: list[EventRecord], metadata: Metadata
) -> Iterable[Expected]:
    groups = _groups(records)
    if len(groups) != len(batch.parts):
        # In nested batches events cannot be assigned to a call.
        flat = [one for part in batch.parts for one in part]
        failed = any(_ends(record) == "ItemFailed" for record in records)
        return () if failed else _unmet(flat, records, metadata)
    unmet: list[Expected] = []
    for part, group in zip(batch.parts, groups, strict=True):
        if (
            _ends(group[-1]) == "ItemCompleted"
        ):  # a failed call changed nothing and reports its error
            unmet += _unmet(part, group, metadata)
    return unmet


def _groups(records: Iterable[EventRecord]) -> list[list[EventRecord]]:
    """The events of each call of a batch, up to and including its end marker."""
    found: list[list[EventRecord]] = []
    since: list[EventRecord] = []
    for record in records:
        since.append(record)
        if _ends(record):
            found.append(since)
            since = []
    return found


def _ends(record: EventRecord) -> str | None:
    is_end = record.pallet == "Utility" and record.name in PART_ENDS
    return record.name if is_end else None


def _fits(one: Expected, record: EventRecord) -> bool:
    fields = record.fields
    if not isinstance(fields, dict):
        names = one.kind.field_names
        values = fields if isinstance(fields, tuple) and len(names) != 1 else (fields,)
        fields = dict(zip(map(chain_name, names), values, strict=False))
    return all(
        _plain(fields.get(chain_name(name))) == _plain(value) for name, value in one.fields.items()
    )


def _plain(value: Any) -> Any:
    """A value as the codec has it: expectations may name addresses and amounts."""
    if isinstance(value, str) and ss58.is_valid(value):
        return ss58.decode(value)
    return getattr(value, "rao", value)


def _does_something(record: EventRecord) -> bool:
    """Whether an event reports more than the payment of the fee."""
    if record.pallet == "Balances":
        return record.name == "Transfer"
    return record.pallet not in ("System", "TransactionPayment")


def _words(one: Expected) -> str:
    values = ", ".join(_value(value) for value in one.fields.values())
    return f"{one.kind.pallet}.{one.kind.name}" + (f" ({values})" if values else "")


def _value(value: Any) -> str:
    if isinstance(value, bytes):
        return ss58.encode(value) if len(value) == 32 else "0x" + value.hex()
    return str(value)
