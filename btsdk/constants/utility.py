"""The constants of Utility.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

batched_calls_limit: Constant[int] = Constant("Utility", "batched_calls_limit", "14b7429f83a073c5")
