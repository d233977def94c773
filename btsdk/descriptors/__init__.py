"""The base classes of the generated calls, storage items, API methods, events and constants.

Layers, top to bottom:

    calls, records    TypedCall and TypedEvent: values with typed fields
    items             StorageItem, ApiMethod, Constant: names with types
    json_reading      JSON and text as the codec's values
    json_writing      the codec's values as JSON, without loss
    inputs            arguments and keys in the forms that callers give, as the codec takes them
    outputs           decoded calls and events as people read them
    compatibility     is an item of a live chain of the shape that was compiled in?
    declared          (generated) every declared call with its indices
    later             (generated) the items that came after the declared spec version
    shapes            the compiled shapes in words, read only to explain a difference (`shapes.txt`)
    values            (generated) the Python types of decoded values

A descriptor carries the names of pallet and item and a hash of the shapes of its types, no indices
(`declared` has those of calls, for the networks whose interface is known: see `btsdk.tx.declared`).
Before it is used on a chain it is looked up in that chain's metadata, which provides indices and
types; an item of another shape raises `IncompatibleItem`.

Inputs follow `inputs`: accounts are addresses, 32 bytes or keys, amounts are `Tao` and `Alpha`;
amounts that come out of the chain are rao, fixed-point numbers are their raw bits.
"""

from __future__ import annotations

from btsdk.descriptors.calls import TypedCall
from btsdk.descriptors.items import ApiMethod, Constant, StorageItem
from btsdk.descriptors.records import TypedEvent

__all__ = ["ApiMethod", "Constant", "StorageItem", "TypedCall", "TypedEvent"]
