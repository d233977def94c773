"""The methods of StakeInfoRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

get_stake_info_for_coldkey: ApiMethod[[i.Account], list[v.StakeInfo]] = ApiMethod(
    "StakeInfoRuntimeApi", "get_stake_info_for_coldkey", "560f1147ae2f2c67"
)
get_stake_info_for_coldkeys: ApiMethod[
    [list[i.Account]], list[tuple[v.AccountId, list[v.StakeInfo]]]
] = ApiMethod("StakeInfoRuntimeApi", "get_stake_info_for_coldkeys", "c00bab886b33a834")
get_stake_info_for_hotkey_coldkey_netuid: ApiMethod[
    [i.Account, i.Account, v.NetUid], v.StakeInfo | None
] = ApiMethod("StakeInfoRuntimeApi", "get_stake_info_for_hotkey_coldkey_netuid", "ed02f99833fb3d23")
get_stake_availability_for_coldkeys: ApiMethod[
    [list[i.Account], list[v.NetUid] | None],
    list[tuple[v.AccountId, list[tuple[v.NetUid, v.StakeAvailability]]]],
] = ApiMethod("StakeInfoRuntimeApi", "get_stake_availability_for_coldkeys", "c02aa9162217782b")
get_stake_fee: ApiMethod[
    [
        tuple[i.Account, v.NetUid] | None,
        i.Account,
        tuple[i.Account, v.NetUid] | None,
        i.Account,
        int,
    ],
    int,
] = ApiMethod("StakeInfoRuntimeApi", "get_stake_fee", "51d3d7dff1b38889")
get_coldkey_lock: ApiMethod[[i.Account, v.NetUid], v.LockState | None] = ApiMethod(
    "StakeInfoRuntimeApi", "get_coldkey_lock", "67aa4ddb88141f8a"
)
get_hotkey_conviction: ApiMethod[[i.Account, v.NetUid], int] = ApiMethod(
    "StakeInfoRuntimeApi", "get_hotkey_conviction", "3de69ca0d5a415ac"
)
get_most_convicted_hotkey_on_subnet: ApiMethod[[v.NetUid], v.AccountId | None] = ApiMethod(
    "StakeInfoRuntimeApi", "get_most_convicted_hotkey_on_subnet", "d992072dcef1073a"
)
