"""The methods of ContractsApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

call: ApiMethod[
    [i.Account, i.Account, int, v.Weight | None, int | None, i.Text], v.ContractResult
] = ApiMethod("ContractsApi", "call", "8ab5ca758697e236")
instantiate: ApiMethod[
    [i.Account, int, v.Weight | None, int | None, v.VariantValue, i.Text, i.Text], v.ContractResult
] = ApiMethod("ContractsApi", "instantiate", "3f2f8e20dba35d16")
upload_code: ApiMethod[[i.Account, i.Text, int | None, v.Determinism], v.VariantValue] = ApiMethod(
    "ContractsApi", "upload_code", "0bbea11f5381c02d"
)
get_storage: ApiMethod[[i.Account, i.Text], v.VariantValue] = ApiMethod(
    "ContractsApi", "get_storage", "fed5822cb4a24a34"
)
