"""The methods of GenesisBuilder.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

build_state: ApiMethod[[i.Text], v.VariantValue] = ApiMethod(
    "GenesisBuilder", "build_state", "d31f95cf714ef1fe"
)
get_preset: ApiMethod[[str | None], bytes | None] = ApiMethod(
    "GenesisBuilder", "get_preset", "d785ad760a8f6bf7"
)
preset_names: ApiMethod[[], list[str]] = ApiMethod(
    "GenesisBuilder", "preset_names", "964257e6fac39f09"
)
