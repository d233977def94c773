"""Typed calls, one module a pallet.

The modules are loaded on first use. Written by `chain_spec.codegen`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from btsdk.calls import admin_utils as admin_utils
    from btsdk.calls import balances as balances
    from btsdk.calls import base_fee as base_fee
    from btsdk.calls import commitments as commitments
    from btsdk.calls import contracts as contracts
    from btsdk.calls import crowdloan as crowdloan
    from btsdk.calls import drand as drand
    from btsdk.calls import ethereum as ethereum
    from btsdk.calls import evm as evm
    from btsdk.calls import grandpa as grandpa
    from btsdk.calls import limit_orders as limit_orders
    from btsdk.calls import mev_shield as mev_shield
    from btsdk.calls import multisig as multisig
    from btsdk.calls import preimage as preimage
    from btsdk.calls import proxy as proxy
    from btsdk.calls import safe_mode as safe_mode
    from btsdk.calls import scheduler as scheduler
    from btsdk.calls import senate_members as senate_members
    from btsdk.calls import subtensor as subtensor
    from btsdk.calls import sudo as sudo
    from btsdk.calls import swap as swap
    from btsdk.calls import system as system
    from btsdk.calls import timestamp as timestamp
    from btsdk.calls import triumvirate as triumvirate
    from btsdk.calls import triumvirate_members as triumvirate_members
    from btsdk.calls import utility as utility

__all__ = [
    "admin_utils",
    "balances",
    "base_fee",
    "commitments",
    "contracts",
    "crowdloan",
    "drand",
    "ethereum",
    "evm",
    "grandpa",
    "limit_orders",
    "mev_shield",
    "multisig",
    "preimage",
    "proxy",
    "safe_mode",
    "scheduler",
    "senate_members",
    "subtensor",
    "sudo",
    "swap",
    "system",
    "timestamp",
    "triumvirate",
    "triumvirate_members",
    "utility",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
