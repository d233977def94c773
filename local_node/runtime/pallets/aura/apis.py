"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from chain_spec.apis.aura import api as aura_api
from local_node.runtime.frame.pallet import Apis
from local_node.runtime.pallets.aura.runtime_api import authorities, slot_duration

APIS: Apis = {aura_api: (slot_duration, authorities)}
