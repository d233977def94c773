"""The events of Preimage.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.records import TypedEvent


class Noted(TypedEvent, pallet="Preimage", name="Noted", shape="d0f11907a336b958"):
    hash: bytes


class Requested(TypedEvent, pallet="Preimage", name="Requested", shape="d0f11907a336b958"):
    hash: bytes


class Cleared(TypedEvent, pallet="Preimage", name="Cleared", shape="d0f11907a336b958"):
    hash: bytes
