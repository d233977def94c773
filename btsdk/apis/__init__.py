"""Typed methods of runtime APIs, one module an API.

The modules are loaded on first use. Written by `chain_spec.codegen`.
"""

from __future__ import annotations

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from btsdk.apis import account_nonce as account_nonce
    from btsdk.apis import aura as aura
    from btsdk.apis import babe as babe
    from btsdk.apis import beta_basket as beta_basket
    from btsdk.apis import block_builder as block_builder
    from btsdk.apis import contracts as contracts
    from btsdk.apis import convert_transaction as convert_transaction
    from btsdk.apis import core as core
    from btsdk.apis import delegate_info as delegate_info
    from btsdk.apis import ethereum as ethereum
    from btsdk.apis import genesis_builder as genesis_builder
    from btsdk.apis import grandpa as grandpa
    from btsdk.apis import metadata as metadata
    from btsdk.apis import neuron_info as neuron_info
    from btsdk.apis import offchain_worker as offchain_worker
    from btsdk.apis import proxy_filter as proxy_filter
    from btsdk.apis import session_keys as session_keys
    from btsdk.apis import shield as shield
    from btsdk.apis import stake_info as stake_info
    from btsdk.apis import subnet_info as subnet_info
    from btsdk.apis import subnet_registration as subnet_registration
    from btsdk.apis import swap as swap
    from btsdk.apis import tagged_transaction_queue as tagged_transaction_queue
    from btsdk.apis import transaction_payment as transaction_payment
    from btsdk.apis import transaction_payment_call as transaction_payment_call

__all__ = [
    "account_nonce",
    "aura",
    "babe",
    "beta_basket",
    "block_builder",
    "contracts",
    "convert_transaction",
    "core",
    "delegate_info",
    "ethereum",
    "genesis_builder",
    "grandpa",
    "metadata",
    "neuron_info",
    "offchain_worker",
    "proxy_filter",
    "session_keys",
    "shield",
    "stake_info",
    "subnet_info",
    "subnet_registration",
    "swap",
    "tagged_transaction_queue",
    "transaction_payment",
    "transaction_payment_call",
]


def __getattr__(name: str) -> ModuleType:
    if name in __all__:
        return import_module(f"{__name__}.{name}")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
