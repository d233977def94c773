"""Pallet `Proxy` (index 16): accounts that act for others.

- `proxy`: a call in another's name, at once or announced before;
- `add_proxy`, `pure`, `announcements`, `poke_deposit`, `real_pays_fee`: the other calls;
- `definitions`: who may act for whom, as stored;
- `deposits`: what is reserved for it;
- `filters`: what a type of proxy may do;
- `runtime_api`: the filters as clients ask for them.
"""

from __future__ import annotations

from chain_spec.apis import proxy_filter
from chain_spec.pallets import proxy as declared
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.proxy.add_proxy import add_proxy, remove_proxies, remove_proxy
from local_node.runtime.pallets.proxy.announcements import (
    announce,
    reject_announcement,
    remove_announcement,
)
from local_node.runtime.pallets.proxy.poke_deposit import poke_deposit
from local_node.runtime.pallets.proxy.proxy import forget_results, proxy, proxy_announced
from local_node.runtime.pallets.proxy.pure import create_pure, kill_pure
from local_node.runtime.pallets.proxy.real_pays_fee import fee_payer, set_real_pays_fee
from local_node.runtime.pallets.proxy.runtime_api import get_proxy_filter, get_proxy_types

PALLET = RuntimePallet(
    declared.pallet,
    calls=(
        proxy,
        add_proxy,
        remove_proxy,
        remove_proxies,
        create_pure,
        kill_pure,
        announce,
        remove_announcement,
        reject_announcement,
        proxy_announced,
        poke_deposit,
        set_real_pays_fee,
    ),
    hooks=Hooks(on_finalize=forget_results, fee_payer=fee_payer),
    apis={proxy_filter.ProxyFilterRuntimeApi: (get_proxy_types, get_proxy_filter)},
)
