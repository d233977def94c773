"""The methods of SessionKeys.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import ApiMethod

if TYPE_CHECKING:
    from btsdk.descriptors import inputs as i

generate_session_keys: ApiMethod[[i.Text | None], bytes] = ApiMethod(
    "SessionKeys", "generate_session_keys", "683fa937f080620e"
)
decode_session_keys: ApiMethod[[i.Text], list[tuple[bytes, bytes]] | None] = ApiMethod(
    "SessionKeys", "decode_session_keys", "afb27bf9c6a0eefc"
)
