"""The methods of BabeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

configuration: ApiMethod[[], v.BabeConfiguration] = ApiMethod(
    "BabeApi", "configuration", "9186920595aa7acc"
)
current_epoch_start: ApiMethod[[], int] = ApiMethod(
    "BabeApi", "current_epoch_start", "0d045e309ef185f9"
)
current_epoch: ApiMethod[[], v.Epoch] = ApiMethod("BabeApi", "current_epoch", "e59e46902a2dfb4c")
next_epoch: ApiMethod[[], v.Epoch] = ApiMethod("BabeApi", "next_epoch", "e59e46902a2dfb4c")
generate_key_ownership_proof: ApiMethod[[int, bytes], bytes | None] = ApiMethod(
    "BabeApi", "generate_key_ownership_proof", "7b987f3879acfffd"
)
submit_report_equivocation_unsigned_extrinsic: ApiMethod[
    [v.EquivocationProofOfHeader, bytes], tuple[()] | None
] = ApiMethod("BabeApi", "submit_report_equivocation_unsigned_extrinsic", "e24bbfe8b8080da1")
