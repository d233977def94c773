"""The pallet's hooks, loaded with the first block."""

from __future__ import annotations

from local_node.runtime.frame.pallet import Hooks
from local_node.runtime.pallets.proxy.proxy import forget_results
from local_node.runtime.pallets.proxy.real_pays_fee import fee_payer

HOOKS = Hooks(on_finalize=forget_results, fee_payer=fee_payer)
