"""The calls of Proxy.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.calls import TypedCall

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v


class Proxy(TypedCall, pallet="Proxy", name="proxy", shape="5bfff6771cfcb416"):
    real: i.Account
    force_proxy_type: v.ProxyType | None
    call: TypedCall


class AddProxy(TypedCall, pallet="Proxy", name="add_proxy", shape="bb3e4311f79f4c49"):
    delegate: i.Account
    proxy_type: v.ProxyType
    delay: int


class RemoveProxy(TypedCall, pallet="Proxy", name="remove_proxy", shape="bb3e4311f79f4c49"):
    delegate: i.Account
    proxy_type: v.ProxyType
    delay: int


class RemoveProxies(TypedCall, pallet="Proxy", name="remove_proxies", shape="e4a6a0577479b2b4"):
    pass


class CreatePure(TypedCall, pallet="Proxy", name="create_pure", shape="270582a77817334a"):
    proxy_type: v.ProxyType
    delay: int
    index: int


class KillPure(TypedCall, pallet="Proxy", name="kill_pure", shape="207786b7d61343c0"):
    spawner: i.Account
    proxy_type: v.ProxyType
    index: int
    height: int
    ext_index: int


class Announce(TypedCall, pallet="Proxy", name="announce", shape="911540d710128a5d"):
    real: i.Account
    call_hash: bytes


class RemoveAnnouncement(
    TypedCall, pallet="Proxy", name="remove_announcement", shape="911540d710128a5d"
):
    real: i.Account
    call_hash: bytes


class RejectAnnouncement(
    TypedCall, pallet="Proxy", name="reject_announcement", shape="14b6dc7e3c62a595"
):
    delegate: i.Account
    call_hash: bytes


class ProxyAnnounced(TypedCall, pallet="Proxy", name="proxy_announced", shape="a26dd2478ab4e276"):
    delegate: i.Account
    real: i.Account
    force_proxy_type: v.ProxyType | None
    call: TypedCall


class PokeDeposit(TypedCall, pallet="Proxy", name="poke_deposit", shape="e4a6a0577479b2b4"):
    pass


class SetRealPaysFee(TypedCall, pallet="Proxy", name="set_real_pays_fee", shape="729621d913069d68"):
    delegate: i.Account
    pays_fee: bool
