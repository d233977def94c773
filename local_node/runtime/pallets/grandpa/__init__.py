"""Pallet `Grandpa` (index 4): who finalises. Finality is instant here: it only keeps data."""

from __future__ import annotations

from chain_spec.apis.grandpa import api as grandpa_api
from chain_spec.pallets import grandpa
from local_node.runtime.frame.pallet import Hooks, RuntimePallet
from local_node.runtime.pallets.grandpa.genesis import genesis
from local_node.runtime.pallets.grandpa.note_stalled import note_stalled
from local_node.runtime.pallets.grandpa.pending_change import on_finalize
from local_node.runtime.pallets.grandpa.report_equivocation import (
    report_equivocation,
    report_equivocation_unsigned,
)
from local_node.runtime.pallets.grandpa.runtime_api import (
    current_set_id,
    generate_key_ownership_proof,
    grandpa_authorities,
    submit_report_equivocation_unsigned_extrinsic,
)

PALLET = RuntimePallet(
    grandpa.pallet,
    calls=(report_equivocation, report_equivocation_unsigned, note_stalled),
    hooks=Hooks(on_finalize=on_finalize),
    genesis=genesis,
    storage_version=5,
    apis={
        grandpa_api: (
            grandpa_authorities,
            submit_report_equivocation_unsigned_extrinsic,
            generate_key_ownership_proof,
            current_set_id,
        )
    },
)
