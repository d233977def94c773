"""The methods of OffchainWorkerApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

offchain_worker: ApiMethod[[v.Header], tuple[()]] = ApiMethod(
    "OffchainWorkerApi", "offchain_worker", "316feee594e146f3"
)
