"""The constants of Timestamp.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

MinimumPeriod: Constant[int] = Constant("Timestamp", "MinimumPeriod", "67909149a73f10c6")
