"""The dispatchables of this package, for the pallet's registration."""

from __future__ import annotations

from local_node.runtime.pallets.subtensor.key_swap.swap_coldkey import (
    announce_coldkey_swap,
    clear_coldkey_swap_announcement,
    dispute_coldkey_swap,
    reset_coldkey_swap,
    schedule_swap_coldkey,
    swap_coldkey,
    swap_coldkey_announced,
)
from local_node.runtime.pallets.subtensor.key_swap.swap_hotkey import swap_hotkey, swap_hotkey_v2

CALLS = (
    announce_coldkey_swap,
    clear_coldkey_swap_announcement,
    dispute_coldkey_swap,
    reset_coldkey_swap,
    schedule_swap_coldkey,
    swap_coldkey,
    swap_coldkey_announced,
    swap_hotkey,
    swap_hotkey_v2,
)
