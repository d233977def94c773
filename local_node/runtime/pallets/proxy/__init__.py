"""Pallet `Proxy` (index 16): accounts that act for others.

- `proxy`: a call in another's name, at once or announced before;
- `add_proxy`, `pure`, `announcements`, `poke_deposit`, `real_pays_fee`: the other calls;
- `definitions`: who may act for whom, as stored;
- `deposits`: what is reserved for it;
- `filters`: what a type of proxy may do;
- `runtime_api`: the filters as clients ask for them.
"""

from __future__ import annotations

from chain_spec.pallets import proxy as declared
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    declared.pallet,
    calls=later(__name__, "calls.CALLS"),
    hooks=later(__name__, "hooks.HOOKS"),
    apis=later(__name__, "apis.APIS"),
)
