"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from collections.abc import Mapping

from chain_spec.apis.delegate_info import DelegateInfoRuntimeApi
from chain_spec.apis.neuron_info import NeuronInfoRuntimeApi
from chain_spec.apis.stake_info import StakeInfoRuntimeApi
from chain_spec.apis.subnet_info import SubnetInfoRuntimeApi
from chain_spec.apis.subnet_registration import SubnetRegistrationRuntimeApi
from chain_spec.declare import Api
from local_node.runtime.frame.pallet import ApiFunction
from local_node.runtime.pallets.subtensor.rpc_info import (
    delegate_info,
    dynamic_info,
    hyperparameters,
    lock_info,
    metagraph,
    neuron_info,
    registration_cost,
    selective_metagraph,
    stake_info,
    subnet_info,
    subnet_state,
)

APIS: Mapping[Api | type, tuple[ApiFunction, ...]] = {
    DelegateInfoRuntimeApi: (
        delegate_info.get_delegates,
        delegate_info.get_delegate,
        delegate_info.get_delegated,
    ),
    NeuronInfoRuntimeApi: (
        neuron_info.get_neurons,
        neuron_info.get_neuron,
        neuron_info.get_neurons_lite,
        neuron_info.get_neuron_lite,
    ),
    SubnetInfoRuntimeApi: (
        subnet_info.get_subnet_info,
        subnet_info.get_subnets_info,
        subnet_info.get_subnet_info_v2,
        subnet_info.get_subnets_info_v2,
        hyperparameters.get_subnet_hyperparams,
        hyperparameters.get_subnet_hyperparams_v2,
        hyperparameters.get_subnet_hyperparams_v3,
        dynamic_info.get_dynamic_info,
        dynamic_info.get_all_dynamic_info,
        metagraph.get_metagraph,
        metagraph.get_all_metagraphs,
        metagraph.get_mechagraph,
        metagraph.get_all_mechagraphs,
        selective_metagraph.get_selective_metagraph,
        selective_metagraph.get_selective_mechagraph,
        subnet_state.get_subnet_state,
        subnet_info.get_coldkey_auto_stake_hotkey,
        subnet_info.get_subnet_to_prune,
        subnet_info.get_subnet_account_id,
        subnet_info.get_next_epoch_start_block,
    ),
    StakeInfoRuntimeApi: (
        stake_info.get_stake_info_for_coldkey,
        stake_info.get_stake_info_for_coldkeys,
        stake_info.get_stake_info_for_hotkey_coldkey_netuid,
        stake_info.get_stake_availability_for_coldkeys,
        stake_info.get_stake_fee,
        lock_info.get_coldkey_lock,
        lock_info.get_hotkey_conviction,
        lock_info.get_most_convicted_hotkey_on_subnet,
    ),
    SubnetRegistrationRuntimeApi: (registration_cost.get_network_registration_cost,),
}
