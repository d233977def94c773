"""Subnets: hyperparameters, pools, metagraphs."""

from __future__ import annotations

from chain_spec.declare import Api, Method
from chain_spec.types import Option, Vec, u16, u64
from chain_spec.types.rpc_info import (
    DynamicInfo,
    Metagraph,
    SelectiveMetagraph,
    SubnetHyperparams,
    SubnetHyperparamsV2,
    SubnetHyperparamsV3,
    SubnetInfo,
    SubnetInfov2,
    SubnetState,
)
from chain_spec.types.substrate import AccountId32
from chain_spec.types.units import MechId, NetUid


class SubnetInfoRuntimeApi:
    get_subnet_info = Method(Option(SubnetInfo), netuid=NetUid)
    get_subnets_info = Method(Vec(Option(SubnetInfo)))
    get_subnet_info_v2 = Method(Option(SubnetInfov2), netuid=NetUid)
    get_subnets_info_v2 = Method(Vec(Option(SubnetInfov2)))
    get_subnet_hyperparams = Method(Option(SubnetHyperparams), netuid=NetUid)
    get_subnet_hyperparams_v2 = Method(Option(SubnetHyperparamsV2), netuid=NetUid)
    get_subnet_hyperparams_v3 = Method(Option(SubnetHyperparamsV3), netuid=NetUid)
    get_all_dynamic_info = Method(Vec(Option(DynamicInfo)))
    get_all_metagraphs = Method(Vec(Option(Metagraph)))
    get_metagraph = Method(Option(Metagraph), netuid=NetUid)
    get_all_mechagraphs = Method(Vec(Option(Metagraph)))
    get_mechagraph = Method(Option(Metagraph), netuid=NetUid, mecid=MechId)
    get_dynamic_info = Method(Option(DynamicInfo), netuid=NetUid)
    get_subnet_state = Method(Option(SubnetState), netuid=NetUid)
    get_selective_metagraph = Method(
        Option(SelectiveMetagraph), netuid=NetUid, metagraph_indexes=Vec(u16)
    )
    get_coldkey_auto_stake_hotkey = Method(Option(AccountId32), coldkey=AccountId32, netuid=NetUid)
    get_selective_mechagraph = Method(
        Option(SelectiveMetagraph), netuid=NetUid, subid=MechId, metagraph_indexes=Vec(u16)
    )
    get_subnet_to_prune = Method(Option(NetUid))
    get_subnet_account_id = Method(Option(AccountId32), netuid=NetUid)
    get_next_epoch_start_block = Method(Option(u64), netuid=NetUid)


api = Api(SubnetInfoRuntimeApi, version=2)
