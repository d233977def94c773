"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.mev_shield.author_keys import announce_next_key
from local_node.runtime.pallets.mev_shield.limits import (
    set_max_extrinsic_weight,
    set_max_pending_extrinsics_number,
    set_on_initialize_weight,
    set_stored_extrinsic_lifetime,
)
from local_node.runtime.pallets.mev_shield.pending import store_encrypted
from local_node.runtime.pallets.mev_shield.submit_encrypted import submit_encrypted

CALLS: tuple[CallFunction, ...] = (
    announce_next_key,
    submit_encrypted,
    store_encrypted,
    set_max_pending_extrinsics_number,
    set_on_initialize_weight,
    set_stored_extrinsic_lifetime,
    set_max_extrinsic_weight,
)
