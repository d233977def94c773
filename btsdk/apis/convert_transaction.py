"""The methods of ConvertTransactionRuntimeApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

convert_transaction: ApiMethod[[v.VariantValue], bytes] = ApiMethod(
    "ConvertTransactionRuntimeApi", "convert_transaction", "e993378e0021895d"
)
