"""Pallet `Commitments` (index 18): data that neurons publish, plain or locked until a drand round.

- `set_commitment`, `set_max_space`: the calls;
- `reveal`: locked fields are opened at the start of a block;
- `fields`, `timelocked_index`, `bonds`: what a commitment holds, which ones are locked, and what
  the flag does.
"""

from __future__ import annotations

from chain_spec.pallets import commitments
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    commitments.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
)
