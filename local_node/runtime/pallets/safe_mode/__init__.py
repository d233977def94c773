"""Pallet `SafeMode` (index 20): a pause in which only a few calls pass.

- `enter`, `extend`, `exit`: the calls that begin, lengthen and end it, for a deposit or by root;
- `deposits`: what was paid for it, released or slashed;
- `mode`: whether it is on, and what passes then;
- `genesis`: a chain that begins in it.
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
