"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.sudo.key import remove_key, set_key
from local_node.runtime.pallets.sudo.sudo import sudo, sudo_unchecked_weight
from local_node.runtime.pallets.sudo.sudo_as import sudo_as

CALLS: tuple[CallFunction, ...] = (sudo, sudo_unchecked_weight, set_key, sudo_as, remove_key)
