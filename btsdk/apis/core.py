"""The methods of Core.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

version: ApiMethod[[], v.RuntimeVersion] = ApiMethod("Core", "version", "08854b22414c4aca")
execute_block: ApiMethod[[v.Block], tuple[()]] = ApiMethod(
    "Core", "execute_block", "2ee398bc6e7e25a4"
)
initialize_block: ApiMethod[[v.Header], v.ExtrinsicInclusionMode] = ApiMethod(
    "Core", "initialize_block", "4e83119fc7821761"
)
