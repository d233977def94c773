"""The methods of ContractsApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

call: ApiMethod[
    [v.AccountId, v.AccountId, int, v.Weight | None, int | None, bytes], v.ContractResult
] = ApiMethod("ContractsApi", "call", "8ab5ca758697e236")
instantiate: ApiMethod[
    [v.AccountId, int, v.Weight | None, int | None, v.VariantValue, bytes, bytes], v.ContractResult
] = ApiMethod("ContractsApi", "instantiate", "3f2f8e20dba35d16")
upload_code: ApiMethod[[v.AccountId, bytes, int | None, v.Determinism], v.VariantValue] = ApiMethod(
    "ContractsApi", "upload_code", "0bbea11f5381c02d"
)
get_storage: ApiMethod[[v.AccountId, bytes], v.VariantValue] = ApiMethod(
    "ContractsApi", "get_storage", "fed5822cb4a24a34"
)
