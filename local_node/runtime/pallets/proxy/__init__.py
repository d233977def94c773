"""Pallet `Proxy` (index 16): accounts that act for others.

- `proxy`: a call for another account, at once or announced before;
- `add_proxy`, `pure`, `announcements`, `poke_deposit`, `real_pays_fee`: the other calls;
- `definitions`: the stored proxies of an account;
- `deposits`: the reserved deposits;
- `filters`: the calls that a proxy type allows;
- `runtime_api`: the filters, for clients.
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
