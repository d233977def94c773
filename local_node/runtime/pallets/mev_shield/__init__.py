"""Pallet `MevShield` (index 30): extrinsics sealed to an author, so that nobody sees them before.

- `author_keys` (`announce_next_key`): the authors' keys, as an inherent of each block;
- `submit_encrypted`, `pending` (`store_encrypted`), `limits`: the other calls.

The runtime API that authors open sealed extrinsics with is the executive's, since it decodes and
checks extrinsics.
"""

from __future__ import annotations

from chain_spec.pallets import mev_shield
from local_node.runtime.frame.pallet import Hooks, Inherent, RuntimePallet
from local_node.runtime.pallets.mev_shield import author_keys
from local_node.runtime.pallets.mev_shield.author_keys import announce_next_key
from local_node.runtime.pallets.mev_shield.limits import (
    set_max_extrinsic_weight,
    set_max_pending_extrinsics_number,
    set_on_initialize_weight,
    set_stored_extrinsic_lifetime,
)
from local_node.runtime.pallets.mev_shield.pending import process, store_encrypted
from local_node.runtime.pallets.mev_shield.submit_encrypted import submit_encrypted

PALLET = RuntimePallet(
    mev_shield.pallet,
    calls=(
        announce_next_key,
        submit_encrypted,
        store_encrypted,
        set_max_pending_extrinsics_number,
        set_on_initialize_weight,
        set_stored_extrinsic_lifetime,
        set_max_extrinsic_weight,
    ),
    hooks=Hooks(
        on_initialize=process,
        inherent=Inherent(
            author_keys.IDENTIFIER, author_keys.create, author_keys.check, call="announce_next_key"
        ),
    ),
)
