"""The dispatchables by index, loaded with the pallet's first call."""

from __future__ import annotations

from local_node.runtime.frame.pallet import CallFunction
from local_node.runtime.pallets.drand.settings import set_beacon_config, set_oldest_stored_round
from local_node.runtime.pallets.drand.write_pulse import write_pulse

CALLS: tuple[CallFunction, ...] = (write_pulse, set_beacon_config, set_oldest_stored_round)
