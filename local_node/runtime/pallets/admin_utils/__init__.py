"""Pallet `AdminUtils` (index 19): hyperparameters, set by root or by the owner of a subnet.

Layers, top to bottom:

- ``chain_setters``, ``subnet_setters``: the calls that check and write one value;
- ``chain_limits``, ``alpha_values``, ``owner_cut``, ``owner_hotkey``, ``pow_registration``,
  ``host_settings``: the other calls;
- ``bounds``: the allowed values;
- ``setters``: the rows of the tables.
"""

from __future__ import annotations

from chain_spec.pallets import admin_utils
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    admin_utils.pallet,
    calls=later(__name__, "calls.CALLS"),
)
