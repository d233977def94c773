"""Events of a block, as people read them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from btsdk.descriptors.outputs import event_reader
from btsdk.metadata import EventRecord, Metadata


@dataclass(frozen=True)
class Event:
    """One event. `fields` are by name, in the forms of `btsdk.descriptors.outputs`.

    `extrinsic` is the index of the extrinsic that deposited it; None for an event of the block's
    own work, such as an epoch.
    """

    pallet: str
    name: str
    fields: dict[str, Any]
    extrinsic: int | None = None

    def mentions(self, address: str) -> bool:
        """Whether a field names this account."""
        return _names(self.fields.values(), address)


def readable_event(record: EventRecord, metadata: Metadata) -> Event:
    """A decoded record as an event."""
    return readable_events((record,), metadata)[0]


def readable_events(records: Iterable[EventRecord], metadata: Metadata) -> list[Event]:
    """Decoded records as events, in their order."""
    fields = event_reader(metadata)
    return [_event(record, fields(record)) for record in records]


_new: Callable[[type[Event]], Event] = object.__new__


def _event(record: EventRecord, fields: dict[str, Any]) -> Event:
    # The constructor of a frozen dataclass takes three times as long, and a block has thousands.
    event = _new(Event)
    held = event.__dict__
    phase, held["pallet"], held["name"], _, _ = record
    held["fields"] = fields
    held["extrinsic"] = phase[1] if type(phase) is tuple and phase[0] == "ApplyExtrinsic" else None
    return event


def extrinsic_of(record: EventRecord) -> int | None:
    """The index of the extrinsic that deposited the event, if one did."""
    phase = record.phase
    return phase[1] if isinstance(phase, tuple) and phase[0] == "ApplyExtrinsic" else None


def _names(values: Iterable[Any], address: str) -> bool:
    for value in values:
        if isinstance(value, dict):
            value = list(value.values())
        if value == address if isinstance(value, str) else _is_list(value, address):
            return True
    return False


def _is_list(value: Any, address: str) -> bool:
    return isinstance(value, (list, tuple)) and _names(value, address)
