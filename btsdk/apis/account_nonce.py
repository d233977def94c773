"""The methods of AccountNonceApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i

account_nonce: ApiMethod[[i.Account], int] = ApiMethod(
    "AccountNonceApi", "account_nonce", "45cd6c41edf73108"
)
