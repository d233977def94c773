"""The methods of EthereumRuntimeRPCApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

chain_id: ApiMethod[[], int] = ApiMethod("EthereumRuntimeRPCApi", "chain_id", "0d045e309ef185f9")
account_basic: ApiMethod[[bytes], v.Basic] = ApiMethod(
    "EthereumRuntimeRPCApi", "account_basic", "ef25a6ebce6c0a14"
)
gas_price: ApiMethod[[], int] = ApiMethod("EthereumRuntimeRPCApi", "gas_price", "638b698972c670f7")
account_code_at: ApiMethod[[bytes], bytes] = ApiMethod(
    "EthereumRuntimeRPCApi", "account_code_at", "52f3389103aed9eb"
)
author: ApiMethod[[], bytes] = ApiMethod("EthereumRuntimeRPCApi", "author", "448354400f959ffb")
storage_at: ApiMethod[[bytes, int], bytes] = ApiMethod(
    "EthereumRuntimeRPCApi", "storage_at", "74e108b6d1e35586"
)
call: ApiMethod[
    [
        bytes,
        bytes,
        i.Text,
        int,
        int,
        int | None,
        int | None,
        int | None,
        bool,
        list[tuple[bytes, list[bytes]]] | None,
        list[v.AuthorizationListItem] | None,
    ],
    v.VariantValue,
] = ApiMethod("EthereumRuntimeRPCApi", "call", "379456786f00e844")
create: ApiMethod[
    [
        bytes,
        i.Text,
        int,
        int,
        int | None,
        int | None,
        int | None,
        bool,
        list[tuple[bytes, list[bytes]]] | None,
        list[v.AuthorizationListItem] | None,
    ],
    v.VariantValue,
] = ApiMethod("EthereumRuntimeRPCApi", "create", "56ffadb754c6443f")
current_block: ApiMethod[[], v.BlockOfTransactionV3 | None] = ApiMethod(
    "EthereumRuntimeRPCApi", "current_block", "39ad10e8c4bf42c1"
)
current_receipts: ApiMethod[[], list[v.VariantValue] | None] = ApiMethod(
    "EthereumRuntimeRPCApi", "current_receipts", "b9fce64f76390c40"
)
current_transaction_statuses: ApiMethod[[], list[v.TransactionStatus] | None] = ApiMethod(
    "EthereumRuntimeRPCApi", "current_transaction_statuses", "887fd31142215e76"
)
current_all: ApiMethod[
    [],
    tuple[
        v.BlockOfTransactionV3 | None, list[v.VariantValue] | None, list[v.TransactionStatus] | None
    ],
] = ApiMethod("EthereumRuntimeRPCApi", "current_all", "2b1c937e0d6f419c")
extrinsic_filter: ApiMethod[[list[bytes]], list[v.VariantValue]] = ApiMethod(
    "EthereumRuntimeRPCApi", "extrinsic_filter", "bd4a08e820b1198c"
)
elasticity: ApiMethod[[], int | None] = ApiMethod(
    "EthereumRuntimeRPCApi", "elasticity", "a3970d3b2176296c"
)
gas_limit_multiplier_support: ApiMethod[[], tuple[()]] = ApiMethod(
    "EthereumRuntimeRPCApi", "gas_limit_multiplier_support", "a8df56cd2509ef6f"
)
pending_block: ApiMethod[
    [list[bytes]], tuple[v.BlockOfTransactionV3 | None, list[v.TransactionStatus] | None]
] = ApiMethod("EthereumRuntimeRPCApi", "pending_block", "daf84cf79cea0948")
initialize_pending_block: ApiMethod[[v.Header], tuple[()]] = ApiMethod(
    "EthereumRuntimeRPCApi", "initialize_pending_block", "316feee594e146f3"
)
