"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.proxy.add_proxy import add_proxy, remove_proxies, remove_proxy
from local_node.runtime.pallets.proxy.announcements import (
    announce,
    reject_announcement,
    remove_announcement,
)
from local_node.runtime.pallets.proxy.poke_deposit import poke_deposit
from local_node.runtime.pallets.proxy.proxy import proxy, proxy_announced
from local_node.runtime.pallets.proxy.pure import create_pure, kill_pure
from local_node.runtime.pallets.proxy.real_pays_fee import set_real_pays_fee

CALLS: tuple[CallFunction, ...] = (
    proxy,
    add_proxy,
    remove_proxy,
    remove_proxies,
    create_pure,
    kill_pure,
    announce,
    remove_announcement,
    reject_announcement,
    proxy_announced,
    poke_deposit,
    set_real_pays_fee,
)
