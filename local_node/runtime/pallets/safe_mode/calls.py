"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.safe_mode.deposits import (
    force_release_deposit,
    force_slash_deposit,
    release_deposit,
)
from local_node.runtime.pallets.safe_mode.enter import enter, force_enter
from local_node.runtime.pallets.safe_mode.exit import force_exit
from local_node.runtime.pallets.safe_mode.extend import extend, force_extend

CALLS: tuple[CallFunction, ...] = (
    enter,
    force_enter,
    extend,
    force_extend,
    force_exit,
    force_slash_deposit,
    release_deposit,
    force_release_deposit,
)
