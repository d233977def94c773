"""The bundled runtime: all pallets that are implemented in this project.

The base call filter refuses calls of declared pallets that are not listed here
(`System.CallFiltered`).
"""

from __future__ import annotations

from functools import cache

from chain_spec.runtime import Interface
from local_node.runtime.executive import Executive
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets import (
    admin_utils,
    alpha_assets,
    aura,
    balances,
    base_fee,
    commitments,
    crowdloan,
    drand,
    evm_chain_id,
    grandpa,
    mev_shield,
    multisig,
    preimage,
    proxy,
    randomness,
    safe_mode,
    scheduler,
    senate_members,
    subtensor,
    sudo,
    swap,
    system,
    timestamp,
    transaction_payment,
    triumvirate,
    triumvirate_members,
    utility,
)

PALLETS: tuple[RuntimePallet, ...] = (
    system.PALLET,
    randomness.PALLET,
    timestamp.PALLET,
    aura.PALLET,
    grandpa.PALLET,
    balances.PALLET,
    transaction_payment.PALLET,
    subtensor.PALLET,
    utility.PALLET,
    sudo.PALLET,
    multisig.PALLET,
    preimage.PALLET,
    scheduler.PALLET,
    proxy.PALLET,
    admin_utils.PALLET,
    safe_mode.PALLET,
    evm_chain_id.PALLET,
    swap.PALLET,
    alpha_assets.PALLET,
    commitments.PALLET,
    base_fee.PALLET,
    drand.PALLET,
    mev_shield.PALLET,
    crowdloan.PALLET,
    triumvirate.PALLET,
    triumvirate_members.PALLET,
    senate_members.PALLET,
)


@cache
def runtime(interface: Interface) -> Executive:
    """The bundled runtime of an interface, made once per process."""
    return Executive(interface, PALLETS)
