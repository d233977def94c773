"""The methods of BlockBuilder.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

apply_extrinsic: ApiMethod[[bytes], v.VariantValue] = ApiMethod(
    "BlockBuilder", "apply_extrinsic", "28639b09c4462334"
)
finalize_block: ApiMethod[[], v.Header] = ApiMethod(
    "BlockBuilder", "finalize_block", "d1850822d222dab9"
)
inherent_extrinsics: ApiMethod[[v.InherentData], list[bytes]] = ApiMethod(
    "BlockBuilder", "inherent_extrinsics", "2effc06dece9833b"
)
check_inherents: ApiMethod[[v.Block, v.InherentData], v.CheckInherentsResult] = ApiMethod(
    "BlockBuilder", "check_inherents", "d7583c39038dccac"
)
