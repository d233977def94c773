"""The constants of Scheduler.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from btsdk.descriptors.items import Constant

if TYPE_CHECKING:
    from btsdk.descriptors import values as v

MaximumWeight: Constant[v.Weight] = Constant("Scheduler", "MaximumWeight", "1d81b71d278d1e57")
MaxScheduledPerBlock: Constant[int] = Constant(
    "Scheduler", "MaxScheduledPerBlock", "14b7429f83a073c5"
)
