"""Pallet `Commitments` (index 18): data that neurons publish, plain or locked until a drand round.

- `set_commitment`, `set_max_space`: the calls;
- `reveal`: the opening of locked fields at the start of a block;
- `fields`, `timelocked_index`, `bonds`: the fields of a commitment, the index of locked ones, and
  the effect of the reset flag.
"""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    commitments.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
