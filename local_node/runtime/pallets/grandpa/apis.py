"""The functions of the pallet's runtime APIs."""

from __future__ import annotations

from chain_spec.apis.grandpa import api as grandpa_api
from local_node.runtime.frame.pallet import Apis
from local_node.runtime.pallets.grandpa.runtime_api import (
    current_set_id,
    generate_key_ownership_proof,
    grandpa_authorities,
    submit_report_equivocation_unsigned_extrinsic,
)

APIS: Apis = {
    grandpa_api: (
        grandpa_authorities,
        submit_report_equivocation_unsigned_extrinsic,
        generate_key_ownership_proof,
        current_set_id,
    )
}
