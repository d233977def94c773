"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.preimage.ensure_updated import ensure_updated
from local_node.runtime.pallets.preimage.note_preimage import note_preimage, unnote_preimage
from local_node.runtime.pallets.preimage.request_preimage import (
    request_preimage,
    unrequest_preimage,
)

CALLS: tuple[CallFunction, ...] = (
    note_preimage,
    unnote_preimage,
    request_preimage,
    unrequest_preimage,
    ensure_updated,
)
