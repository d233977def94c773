"""Pallet `SafeMode` (index 20): a pause in which only a few calls pass.

- `enter`, `extend`, `exit`: the calls that start, extend and end it, for a deposit or by root;
- `deposits`: the deposits, released or slashed;
- `mode`: whether it is on, and the calls that pass;
- `genesis`: a chain that starts in safe mode.
"""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    genesis=later(__name__, "genesis.genesis"),
)
