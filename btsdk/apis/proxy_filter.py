"""The methods of ProxyFilterRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

get_proxy_types: ApiMethod[[], list[v.ProxyTypeInfo]] = ApiMethod(
    "ProxyFilterRuntimeApi", "get_proxy_types", "0c5886cfbed6ef05"
)
get_proxy_filter: ApiMethod[[int | None], list[v.ProxyFilterInfo]] = ApiMethod(
    "ProxyFilterRuntimeApi", "get_proxy_filter", "2441ea53a984cb0f"
)
get_proxy_filters: ApiMethod[[i.Text | None], list[v.ProxyFilterInfo]] = ApiMethod(
    "ProxyFilterRuntimeApi", "get_proxy_filters", "08eecd900398decb"
)
