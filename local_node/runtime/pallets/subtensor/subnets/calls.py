"""The dispatchables of this package, for the pallet's registration."""

from __future__ import annotations

from local_node.runtime.pallets.subtensor.staking.account.try_associate_hotkey import (
    try_associate_hotkey,
)
from local_node.runtime.pallets.subtensor.subnets.identity.associate_evm_key import (
    associate_evm_key,
)
from local_node.runtime.pallets.subtensor.subnets.identity.set_identity import (
    set_identity,
    set_subnet_identity,
)
from local_node.runtime.pallets.subtensor.subnets.identity.update_symbol import update_symbol
from local_node.runtime.pallets.subtensor.subnets.lifecycle.dissolve_network import (
    dissolve_network,
    root_dissolve_network,
)
from local_node.runtime.pallets.subtensor.subnets.lifecycle.leasing import (
    register_leased_network,
    terminate_lease,
)
from local_node.runtime.pallets.subtensor.subnets.lifecycle.register_network import register_network
from local_node.runtime.pallets.subtensor.subnets.lifecycle.register_network_with_identity import (
    register_network_with_identity,
)
from local_node.runtime.pallets.subtensor.subnets.lifecycle.start_call import start_call
from local_node.runtime.pallets.subtensor.subnets.lifecycle.tempo_control import (
    set_activity_cutoff_factor,
    set_tempo,
    trigger_epoch,
)
from local_node.runtime.pallets.subtensor.subnets.registration.burned_register import (
    burned_register,
)
from local_node.runtime.pallets.subtensor.subnets.registration.faucet import faucet
from local_node.runtime.pallets.subtensor.subnets.registration.pow_register import pow_register
from local_node.runtime.pallets.subtensor.subnets.registration.register import register
from local_node.runtime.pallets.subtensor.subnets.registration.register_limit import register_limit
from local_node.runtime.pallets.subtensor.subnets.registration.root_register import root_register
from local_node.runtime.pallets.subtensor.subnets.serving.serve_axon import (
    serve_axon,
    serve_axon_tls,
)
from local_node.runtime.pallets.subtensor.subnets.serving.serve_prometheus import serve_prometheus
from local_node.runtime.pallets.subtensor.subnets.weights.commit_timelocked_weights import (
    commit_crv3_mechanism_weights,
    commit_timelocked_mechanism_weights,
    commit_timelocked_weights,
)
from local_node.runtime.pallets.subtensor.subnets.weights.commit_weights import (
    batch_commit_weights,
    commit_mechanism_weights,
    commit_weights,
)
from local_node.runtime.pallets.subtensor.subnets.weights.reveal_weights import (
    batch_reveal_weights,
    reveal_mechanism_weights,
    reveal_weights,
)
from local_node.runtime.pallets.subtensor.subnets.weights.set_weights import (
    batch_set_weights,
    set_mechanism_weights,
    set_weights,
)

CALLS = (
    associate_evm_key,
    batch_commit_weights,
    batch_reveal_weights,
    batch_set_weights,
    burned_register,
    commit_crv3_mechanism_weights,
    commit_mechanism_weights,
    commit_timelocked_mechanism_weights,
    commit_timelocked_weights,
    commit_weights,
    dissolve_network,
    faucet,
    pow_register,
    register,
    register_leased_network,
    register_limit,
    register_network,
    register_network_with_identity,
    reveal_mechanism_weights,
    reveal_weights,
    root_dissolve_network,
    root_register,
    serve_axon,
    serve_axon_tls,
    serve_prometheus,
    set_activity_cutoff_factor,
    set_identity,
    set_mechanism_weights,
    set_subnet_identity,
    set_tempo,
    set_weights,
    start_call,
    terminate_lease,
    trigger_epoch,
    try_associate_hotkey,
    update_symbol,
)
