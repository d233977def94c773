"""The methods of GrandpaApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

grandpa_authorities: ApiMethod[[], list[tuple[bytes, int]]] = ApiMethod(
    "GrandpaApi", "grandpa_authorities", "eaf259facefbac5b"
)
submit_report_equivocation_unsigned_extrinsic: ApiMethod[
    [v.EquivocationProof, bytes], tuple[()] | None
] = ApiMethod("GrandpaApi", "submit_report_equivocation_unsigned_extrinsic", "66041b66e30cedd7")
generate_key_ownership_proof: ApiMethod[[int, bytes], bytes | None] = ApiMethod(
    "GrandpaApi", "generate_key_ownership_proof", "7b987f3879acfffd"
)
current_set_id: ApiMethod[[], int] = ApiMethod("GrandpaApi", "current_set_id", "0d045e309ef185f9")
