"""Pallet `Multisig` (index 13): calls that several accounts sign.

- `as_multi`, `as_multi_threshold_1`, `cancel_as_multi`, `poke_deposit`: the calls;
- `signatories`: who signs, and the account that they make up together.
"""

from __future__ import annotations

from chain_spec.pallets import multisig as declared
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets.multisig.as_multi import approve_as_multi, as_multi
from local_node.runtime.pallets.multisig.as_multi_threshold_1 import as_multi_threshold_1
from local_node.runtime.pallets.multisig.cancel_as_multi import cancel_as_multi
from local_node.runtime.pallets.multisig.poke_deposit import poke_deposit

PALLET = RuntimePallet(
    declared.pallet,
    calls=(as_multi_threshold_1, as_multi, approve_as_multi, cancel_as_multi, poke_deposit),
    storage_version=1,
)
