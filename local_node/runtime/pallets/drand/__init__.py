"""Pallet `Drand` (index 26): randomness of the drand beacon, which unlocks timelocked data.

- `write_pulse`, `settings`: the calls;
- `validity`: the checks of unsigned calls;
- `genesis`: the beacon of block 0.
"""

from __future__ import annotations

from chain_spec.pallets import drand
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    drand.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "genesis.genesis"),
)
