"""The calls of Timestamp.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.calls import TypedCall


class Set(TypedCall, pallet="Timestamp", name="set", shape="d73a041e3ecd8d6e"):
    now: int
