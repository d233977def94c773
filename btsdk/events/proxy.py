"""The events of Proxy.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.records import TypedEvent

if TYPE_CHECKING:
    from btsdk.descriptors import values as v
    from btsdk.units import Tao


class ProxyExecuted(TypedEvent, pallet="Proxy", name="ProxyExecuted", shape="69cb4539c3b123fb"):
    result: v.VariantValue


class PureCreated(TypedEvent, pallet="Proxy", name="PureCreated", shape="fe0ce487a9f543dd"):
    pure: str
    who: str
    proxy_type: v.ProxyType
    disambiguation_index: int


class PureKilled(TypedEvent, pallet="Proxy", name="PureKilled", shape="76e962f4b1118aad"):
    pure: str
    spawner: str
    proxy_type: v.ProxyType
    disambiguation_index: int


class Announced(TypedEvent, pallet="Proxy", name="Announced", shape="9e84bdb91d6c78e3"):
    real: str
    proxy: str
    call_hash: bytes


class ProxyAdded(TypedEvent, pallet="Proxy", name="ProxyAdded", shape="2b0e30d78f31ddef"):
    delegator: str
    delegatee: str
    proxy_type: v.ProxyType
    delay: int


class ProxyRemoved(TypedEvent, pallet="Proxy", name="ProxyRemoved", shape="2b0e30d78f31ddef"):
    delegator: str
    delegatee: str
    proxy_type: v.ProxyType
    delay: int


class DepositPoked(TypedEvent, pallet="Proxy", name="DepositPoked", shape="f4b52a41e81b803f"):
    who: str
    kind: v.DepositKind
    old_deposit: Tao
    new_deposit: Tao


class RealPaysFeeSet(TypedEvent, pallet="Proxy", name="RealPaysFeeSet", shape="2595fdbe61b4c058"):
    real: str
    delegate: str
    pays_fee: bool
