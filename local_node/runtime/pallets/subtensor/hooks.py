"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame import Hooks
from local_node.runtime.pallets.subtensor.guards.dispatch import check_call
from local_node.runtime.pallets.subtensor.guards.transaction_codes import REFUSAL_CODES
from local_node.runtime.pallets.subtensor.on_initialize import on_initialize
from local_node.runtime.pallets.subtensor.staking.exchange.alpha_fees import ALPHA_FEES

HOOKS = Hooks(
    on_initialize=on_initialize,
    guards=(check_call,),
    refusal_codes=REFUSAL_CODES,
    fee_fallback=ALPHA_FEES,
)
