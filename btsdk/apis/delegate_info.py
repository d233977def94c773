"""The methods of DelegateInfoRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

get_delegates: ApiMethod[[], list[v.DelegateInfo]] = ApiMethod(
    "DelegateInfoRuntimeApi", "get_delegates", "27edd95837a801a4"
)
get_delegate: ApiMethod[[i.Account], v.DelegateInfo | None] = ApiMethod(
    "DelegateInfoRuntimeApi", "get_delegate", "e27661f87e5106b3"
)
get_delegated: ApiMethod[[i.Account], list[tuple[v.DelegateInfo, tuple[v.NetUid, int]]]] = (
    ApiMethod("DelegateInfoRuntimeApi", "get_delegated", "058d6dbfd8acf48d")
)
