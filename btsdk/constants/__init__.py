"""Typed constants, one module a pallet.

The modules are loaded on first use. Written by `chain_spec.codegen`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from btsdk.constants import aura as aura
    from btsdk.constants import balances as balances
    from btsdk.constants import commitments as commitments
    from btsdk.constants import crowdloan as crowdloan
    from btsdk.constants import drand as drand
    from btsdk.constants import grandpa as grandpa
    from btsdk.constants import limit_orders as limit_orders
    from btsdk.constants import multisig as multisig
    from btsdk.constants import proxy as proxy
    from btsdk.constants import safe_mode as safe_mode
    from btsdk.constants import scheduler as scheduler
    from btsdk.constants import subtensor as subtensor
    from btsdk.constants import swap as swap
    from btsdk.constants import system as system
    from btsdk.constants import timestamp as timestamp
    from btsdk.constants import transaction_payment as transaction_payment
    from btsdk.constants import triumvirate as triumvirate
    from btsdk.constants import utility as utility

__all__ = [
    "aura",
    "balances",
    "commitments",
    "crowdloan",
    "drand",
    "grandpa",
    "limit_orders",
    "multisig",
    "proxy",
    "safe_mode",
    "scheduler",
    "subtensor",
    "swap",
    "system",
    "timestamp",
    "transaction_payment",
    "triumvirate",
    "utility",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
