"""Pallet `Drand` (index 26): randomness of the drand beacon, which unlocks timelocked data.

- `write_pulse`, `settings`: the calls;
- `validity`: which of them may come without a signer;
- `genesis`: the beacon of block 0.
"""

from __future__ import annotations

from chain_spec.pallets import drand
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.drand.genesis import genesis
from local_node.runtime.pallets.drand.settings import set_beacon_config, set_oldest_stored_round
from local_node.runtime.pallets.drand.validity import validate_unsigned
from local_node.runtime.pallets.drand.write_pulse import write_pulse

PALLET = RuntimePallet(
    drand.pallet,
    calls=(write_pulse, set_beacon_config, set_oldest_stored_round),
    hooks=Hooks(validate_unsigned=validate_unsigned),
    genesis=genesis,
)
