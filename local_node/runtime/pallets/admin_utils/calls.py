"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.admin_utils import chain_setters, subnet_setters
from local_node.runtime.pallets.admin_utils.alpha_values import sudo_set_alpha_values
from local_node.runtime.pallets.admin_utils.chain_limits import (
    sudo_set_max_epochs_per_block,
    sudo_set_max_mechanism_count,
    sudo_set_nominator_min_required_stake,
    sudo_set_tao_flow_normalization_exponent,
    sudo_set_total_issuance,
)
from local_node.runtime.pallets.admin_utils.host_settings import (
    schedule_grandpa_change,
    sudo_set_evm_chain_id,
    sudo_toggle_evm_precompile,
    swap_authorities,
)
from local_node.runtime.pallets.admin_utils.owner_cut import (
    sudo_set_owner_cut_auto_lock_enabled,
    sudo_set_owner_cut_enabled,
)
from local_node.runtime.pallets.admin_utils.owner_hotkey import (
    sudo_set_sn_owner_hotkey,
    sudo_set_subnet_owner_hotkey,
)
from local_node.runtime.pallets.admin_utils.pow_registration import (
    sudo_set_network_pow_registration_allowed,
)

CALLS: tuple[CallFunction, ...] = (
    *chain_setters.CALLS,
    *subnet_setters.CALLS,
    schedule_grandpa_change,
    sudo_set_alpha_values,
    sudo_set_evm_chain_id,
    sudo_set_max_epochs_per_block,
    sudo_set_max_mechanism_count,
    sudo_set_network_pow_registration_allowed,
    sudo_set_nominator_min_required_stake,
    sudo_set_owner_cut_auto_lock_enabled,
    sudo_set_owner_cut_enabled,
    sudo_set_sn_owner_hotkey,
    sudo_set_subnet_owner_hotkey,
    sudo_set_tao_flow_normalization_exponent,
    sudo_set_total_issuance,
    sudo_toggle_evm_precompile,
    swap_authorities,
)
