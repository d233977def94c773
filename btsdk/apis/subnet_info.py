"""The methods of SubnetInfoRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

get_subnet_info: ApiMethod[[v.NetUid], v.SubnetInfo | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_info", "d5ffb4f922cd5d6a"
)
get_subnets_info: ApiMethod[[], list[v.SubnetInfo | None]] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnets_info", "413d3ebb217932a1"
)
get_subnet_info_v2: ApiMethod[[v.NetUid], v.SubnetInfov2 | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_info_v2", "178e958ff30cf9dd"
)
get_subnets_info_v2: ApiMethod[[], list[v.SubnetInfov2 | None]] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnets_info_v2", "76a6a9a35b370445"
)
get_subnet_hyperparams: ApiMethod[[v.NetUid], v.SubnetHyperparams | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_hyperparams", "a6d973e6e220be7f"
)
get_subnet_hyperparams_v2: ApiMethod[[v.NetUid], v.SubnetHyperparamsV2 | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_hyperparams_v2", "1c19d15d509164f3"
)
get_subnet_hyperparams_v3: ApiMethod[[v.NetUid], list[v.HyperparamEntry] | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_hyperparams_v3", "79382748cb99b302"
)
get_all_dynamic_info: ApiMethod[[], list[v.DynamicInfo | None]] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_all_dynamic_info", "0f99bbf9ca4754b3"
)
get_all_metagraphs: ApiMethod[[], list[v.Metagraph | None]] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_all_metagraphs", "bbd0929a852ac198"
)
get_metagraph: ApiMethod[[v.NetUid], v.Metagraph | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_metagraph", "0fca72eb3db9a539"
)
get_all_mechagraphs: ApiMethod[[], list[v.Metagraph | None]] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_all_mechagraphs", "bbd0929a852ac198"
)
get_mechagraph: ApiMethod[[v.NetUid, v.MechId], v.Metagraph | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_mechagraph", "ae064dd795ea5db5"
)
get_dynamic_info: ApiMethod[[v.NetUid], v.DynamicInfo | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_dynamic_info", "bccf64ee9ae240bd"
)
get_subnet_state: ApiMethod[[v.NetUid], v.SubnetState | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_state", "8aa1c15b79ae9e95"
)
get_selective_metagraph: ApiMethod[[v.NetUid, list[int]], v.SelectiveMetagraph | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_selective_metagraph", "69e1f421dca1fe54"
)
get_coldkey_auto_stake_hotkey: ApiMethod[[i.Account, v.NetUid], v.AccountId | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_coldkey_auto_stake_hotkey", "dbb24fbd9c554fcc"
)
get_selective_mechagraph: ApiMethod[
    [v.NetUid, v.MechId, list[int]], v.SelectiveMetagraph | None
] = ApiMethod("SubnetInfoRuntimeApi", "get_selective_mechagraph", "40ed756c55643410")
get_subnet_to_prune: ApiMethod[[], v.NetUid | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_to_prune", "f4027057d4d24a03"
)
get_subnet_account_id: ApiMethod[[v.NetUid], v.AccountId | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_subnet_account_id", "d992072dcef1073a"
)
get_next_epoch_start_block: ApiMethod[[v.NetUid], int | None] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_next_epoch_start_block", "67ad9df2cc59a549"
)
get_block_emission: ApiMethod[[], int] = ApiMethod(
    "SubnetInfoRuntimeApi", "get_block_emission", "0d045e309ef185f9"
)
