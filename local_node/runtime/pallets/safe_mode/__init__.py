"""Pallet `SafeMode` (index 20): a pause in which only a few calls pass.

- `enter`, `extend`, `exit`: the calls that begin, lengthen and end it, for a deposit or by root;
- `deposits`: what was paid for it, released or slashed;
- `mode`: whether it is on, and what passes then;
- `genesis`: a chain that begins in it.
"""

from __future__ import annotations

from chain_spec.pallets import safe_mode as declared
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.safe_mode.deposits import (
    force_release_deposit,
    force_slash_deposit,
    release_deposit,
)
from local_node.runtime.pallets.safe_mode.enter import enter, force_enter
from local_node.runtime.pallets.safe_mode.exit import force_exit, on_initialize
from local_node.runtime.pallets.safe_mode.extend import extend, force_extend
from local_node.runtime.pallets.safe_mode.genesis import genesis
from local_node.runtime.pallets.safe_mode.mode import passes

PALLET = RuntimePallet(
    declared.pallet,
    calls=(
        enter,
        force_enter,
        extend,
        force_extend,
        force_exit,
        force_slash_deposit,
        release_deposit,
        force_release_deposit,
    ),
    hooks=Hooks(on_initialize=on_initialize, filter=passes),
    genesis=genesis,
)
