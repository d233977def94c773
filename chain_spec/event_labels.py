"""What people call the fields of an event that its pallet declares by position alone.

Metadata has no names for them. They are the labels of the declarations, so they hold for a runtime
that declares as many fields as the release does.
"""

from __future__ import annotations

from functools import cache

from chain_spec.features.additions import PARTS
from chain_spec.runtime import PALLETS


def event_labels(pallet: str, event: str) -> tuple[str, ...]:
    """The names of an event's fields, in their order; none for an event that nothing declares."""
    return _all_labels().get((pallet, event), ())


@cache
def _all_labels() -> dict[tuple[str, str], tuple[str, ...]]:
    pallets = (*PALLETS, *(pallet for parts in PARTS.values() for pallet in parts))
    return {
        (pallet.name, name): tuple(label.rstrip("_") for label in event.labels)
        for pallet in pallets
        for name, event in pallet.events.items()
    }
