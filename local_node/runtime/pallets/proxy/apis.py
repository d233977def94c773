"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from chain_spec.apis import proxy_filter
from local_node.runtime.frame.pallet import Apis
from local_node.runtime.pallets.proxy.runtime_api import get_proxy_filter, get_proxy_types

APIS: Apis = {proxy_filter.ProxyFilterRuntimeApi: (get_proxy_types, get_proxy_filter)}
