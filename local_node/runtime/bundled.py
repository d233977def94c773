"""The runtime that comes with the project: every pallet that has code behind its declaration.

What is declared and not listed here is refused by the base call filter (`System.CallFiltered`).
"""

from __future__ import annotations

from functools import cache

from chain_spec.runtime import Interface
from local_node.runtime.executive import Executive
from local_node.runtime.frame.pallet import RuntimePallet
from local_node.runtime.pallets import (
    admin_utils,
    aura,
    balances,
    evm_chain_id,
    grandpa,
    subtensor,
    sudo,
    swap,
    system,
    timestamp,
    transaction_payment,
    utility,
)

PALLETS: tuple[RuntimePallet, ...] = (
    system.PALLET,
    timestamp.PALLET,
    aura.PALLET,
    grandpa.PALLET,
    balances.PALLET,
    transaction_payment.PALLET,
    subtensor.PALLET,
    utility.PALLET,
    sudo.PALLET,
    admin_utils.PALLET,
    evm_chain_id.PALLET,
    swap.PALLET,
)


@cache
def runtime(interface: Interface) -> Executive:
    """The bundled runtime of an interface; one for each in a process."""
    return Executive(interface, PALLETS)
