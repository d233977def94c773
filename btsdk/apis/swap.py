"""The methods of SwapRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Alpha, Tao

current_alpha_price: ApiMethod[[v.NetUid], int] = ApiMethod(
    "SwapRuntimeApi", "current_alpha_price", "ff65a518c6ba44aa"
)
current_alpha_price_all: ApiMethod[[], list[v.SubnetPrice]] = ApiMethod(
    "SwapRuntimeApi", "current_alpha_price_all", "bfe022c142e880de"
)
sim_swap_tao_for_alpha: ApiMethod[[v.NetUid, Tao], v.SimSwapResult] = ApiMethod(
    "SwapRuntimeApi", "sim_swap_tao_for_alpha", "94f20b942a38bc1a"
)
sim_swap_alpha_for_tao: ApiMethod[[v.NetUid, Alpha], v.SimSwapResult] = ApiMethod(
    "SwapRuntimeApi", "sim_swap_alpha_for_tao", "94f20b942a38bc1a"
)
