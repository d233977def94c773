"""Typed storage items, one module a pallet.

The modules are loaded on first use. Written by `chain_spec.codegen`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from btsdk.storage import admin_utils as admin_utils
    from btsdk.storage import alpha_assets as alpha_assets
    from btsdk.storage import aura as aura
    from btsdk.storage import balances as balances
    from btsdk.storage import base_fee as base_fee
    from btsdk.storage import commitments as commitments
    from btsdk.storage import crowdloan as crowdloan
    from btsdk.storage import drand as drand
    from btsdk.storage import evm_chain_id as evm_chain_id
    from btsdk.storage import grandpa as grandpa
    from btsdk.storage import limit_orders as limit_orders
    from btsdk.storage import mev_shield as mev_shield
    from btsdk.storage import multisig as multisig
    from btsdk.storage import preimage as preimage
    from btsdk.storage import proxy as proxy
    from btsdk.storage import randomness as randomness
    from btsdk.storage import safe_mode as safe_mode
    from btsdk.storage import scheduler as scheduler
    from btsdk.storage import senate_members as senate_members
    from btsdk.storage import subtensor as subtensor
    from btsdk.storage import sudo as sudo
    from btsdk.storage import swap as swap
    from btsdk.storage import system as system
    from btsdk.storage import timestamp as timestamp
    from btsdk.storage import transaction_payment as transaction_payment
    from btsdk.storage import triumvirate as triumvirate
    from btsdk.storage import triumvirate_members as triumvirate_members

__all__ = [
    "admin_utils",
    "alpha_assets",
    "aura",
    "balances",
    "base_fee",
    "commitments",
    "crowdloan",
    "drand",
    "evm_chain_id",
    "grandpa",
    "limit_orders",
    "mev_shield",
    "multisig",
    "preimage",
    "proxy",
    "randomness",
    "safe_mode",
    "scheduler",
    "senate_members",
    "subtensor",
    "sudo",
    "swap",
    "system",
    "timestamp",
    "transaction_payment",
    "triumvirate",
    "triumvirate_members",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
