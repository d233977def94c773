"""The methods of BetaBasketRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

get_root_basket_owed: ApiMethod[[i.Account], int] = ApiMethod(
    "BetaBasketRuntimeApi", "get_root_basket_owed", "56428e2aa9d401be"
)
get_basket_payout: ApiMethod[[i.Account, i.Account], int] = ApiMethod(
    "BetaBasketRuntimeApi", "get_basket_payout", "17a9023e57085c2a"
)
get_validator_basket_nav: ApiMethod[[i.Account], int] = ApiMethod(
    "BetaBasketRuntimeApi", "get_validator_basket_nav", "56428e2aa9d401be"
)
get_validator_basket: ApiMethod[[i.Account], list[tuple[v.NetUid, int, int]]] = ApiMethod(
    "BetaBasketRuntimeApi", "get_validator_basket", "c47464e275585cdc"
)
get_root_basket_total_nav: ApiMethod[[], int] = ApiMethod(
    "BetaBasketRuntimeApi", "get_root_basket_total_nav", "0d045e309ef185f9"
)
get_validator_basket_summary: ApiMethod[[i.Account], v.BasketSummary] = ApiMethod(
    "BetaBasketRuntimeApi", "get_validator_basket_summary", "d3f4bd11494425f5"
)
get_all_validator_baskets: ApiMethod[[], list[v.BasketSummary]] = ApiMethod(
    "BetaBasketRuntimeApi", "get_all_validator_baskets", "823f95d84be7b609"
)
get_root_basket_positions: ApiMethod[[i.Account], list[tuple[v.AccountId, int, int]]] = ApiMethod(
    "BetaBasketRuntimeApi", "get_root_basket_positions", "77119f36c7bb7f24"
)
get_basket_position: ApiMethod[[i.Account, i.Account], v.BasketPosition | None] = ApiMethod(
    "BetaBasketRuntimeApi", "get_basket_position", "2f79ad64bf7dca9d"
)
get_root_basket_portfolio: ApiMethod[[i.Account], list[v.BasketPosition]] = ApiMethod(
    "BetaBasketRuntimeApi", "get_root_basket_portfolio", "bc8559a0b3d5d942"
)
get_basket_trading_status: ApiMethod[[i.Account], v.BasketTradingStatus] = ApiMethod(
    "BetaBasketRuntimeApi", "get_basket_trading_status", "fad6851d4de27981"
)
get_beta_pricing: ApiMethod[[i.Account], v.BetaPricing | None] = ApiMethod(
    "BetaBasketRuntimeApi", "get_beta_pricing", "52fe3fc1b1181555"
)
get_beta_position: ApiMethod[[i.Account, i.Account], v.BetaPosition | None] = ApiMethod(
    "BetaBasketRuntimeApi", "get_beta_position", "2b1ac52635864fe0"
)
get_beta_portfolio: ApiMethod[[i.Account], list[v.BetaPosition]] = ApiMethod(
    "BetaBasketRuntimeApi", "get_beta_portfolio", "e35bbc6eb7711fa9"
)
