"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.multisig.as_multi import approve_as_multi, as_multi
from local_node.runtime.pallets.multisig.as_multi_threshold_1 import as_multi_threshold_1
from local_node.runtime.pallets.multisig.cancel_as_multi import cancel_as_multi
from local_node.runtime.pallets.multisig.poke_deposit import poke_deposit

CALLS: tuple[CallFunction, ...] = (
    as_multi_threshold_1,
    as_multi,
    approve_as_multi,
    cancel_as_multi,
    poke_deposit,
)
