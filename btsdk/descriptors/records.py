"""Events with typed fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from btsdk.descriptors.compatibility import event_shape, require
from btsdk.descriptors.fields import Fields
from btsdk.descriptors.outputs import event_fields
from btsdk.errors import IncompatibleItem

if TYPE_CHECKING:
    from btsdk.metadata import EventRecord, Metadata

E = TypeVar("E", bound="TypedEvent")


class TypedEvent(Fields):
    """An event and its fields: accounts are addresses, money is `Tao` and `Alpha`
    (`btsdk.descriptors.outputs`)."""

    @classmethod
    def require(cls, metadata: Metadata) -> None:
        """Raise `IncompatibleItem` if the chain lacks the event, or declares it in another
        shape."""
        item = f"{cls.pallet}.{cls.name}"
        case = metadata.pallet(cls.pallet).events.get(cls.name)
        if case is None:
            raise IncompatibleItem(item, "an event", None)
        require(item, cls.shape, event_shape(metadata, case), metadata.registry)

    @classmethod
    def matches(cls, record: EventRecord) -> bool:
        """Whether a record is of this event."""
        return record.pallet == cls.pallet and record.name == cls.name

    @classmethod
    def read(cls: type[E], record: EventRecord, metadata: Metadata) -> E:
        """The typed event of a record that matches."""
        cls.require(metadata)
        return cls(*event_fields(metadata, record).values())
