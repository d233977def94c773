"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.system.authorize_upgrade import (
    apply_authorized_upgrade,
    authorize_upgrade,
    authorize_upgrade_without_checks,
)
from local_node.runtime.pallets.system.kill_storage import kill_prefix, kill_storage
from local_node.runtime.pallets.system.remark import remark, remark_with_event
from local_node.runtime.pallets.system.set_code import set_code, set_code_without_checks
from local_node.runtime.pallets.system.set_heap_pages import set_heap_pages
from local_node.runtime.pallets.system.set_storage import set_storage

CALLS: tuple[CallFunction, ...] = (
    remark,
    set_heap_pages,
    set_code,
    set_code_without_checks,
    set_storage,
    kill_storage,
    kill_prefix,
    remark_with_event,
    authorize_upgrade,
    authorize_upgrade_without_checks,
    apply_authorized_upgrade,
)
