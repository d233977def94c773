"""The methods of ShieldApi.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i
    from btsdk.descriptors import values as v

try_decode_shielded_tx: ApiMethod[[bytes], v.ShieldedTransaction | None] = ApiMethod(
    "ShieldApi", "try_decode_shielded_tx", "067d359c837a08be"
)
is_shielded_using_current_key: ApiMethod[[bytes], bool] = ApiMethod(
    "ShieldApi", "is_shielded_using_current_key", "a8e520321b163f1b"
)
try_unshield_tx: ApiMethod[[i.Text, v.ShieldedTransaction], bytes | None] = ApiMethod(
    "ShieldApi", "try_unshield_tx", "f9680a06f8f58f0d"
)
