"""Typed events, one module a pallet.

The modules are loaded on first use. Written by `chain_spec.codegen`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from btsdk.events import admin_utils as admin_utils
    from btsdk.events import balances as balances
    from btsdk.events import base_fee as base_fee
    from btsdk.events import commitments as commitments
    from btsdk.events import crowdloan as crowdloan
    from btsdk.events import drand as drand
    from btsdk.events import grandpa as grandpa
    from btsdk.events import limit_orders as limit_orders
    from btsdk.events import mev_shield as mev_shield
    from btsdk.events import multisig as multisig
    from btsdk.events import preimage as preimage
    from btsdk.events import proxy as proxy
    from btsdk.events import safe_mode as safe_mode
    from btsdk.events import scheduler as scheduler
    from btsdk.events import senate_members as senate_members
    from btsdk.events import subtensor as subtensor
    from btsdk.events import sudo as sudo
    from btsdk.events import swap as swap
    from btsdk.events import system as system
    from btsdk.events import transaction_payment as transaction_payment
    from btsdk.events import triumvirate as triumvirate
    from btsdk.events import triumvirate_members as triumvirate_members
    from btsdk.events import utility as utility

__all__ = [
    "admin_utils",
    "balances",
    "base_fee",
    "commitments",
    "crowdloan",
    "drand",
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
    "transaction_payment",
    "triumvirate",
    "triumvirate_members",
    "utility",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
