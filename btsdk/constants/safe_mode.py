"""The constants of SafeMode.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

EnterDuration: Constant[int] = Constant("SafeMode", "EnterDuration", "14b7429f83a073c5")
ExtendDuration: Constant[int] = Constant("SafeMode", "ExtendDuration", "14b7429f83a073c5")
EnterDepositAmount: Constant[int | None] = Constant(
    "SafeMode", "EnterDepositAmount", "51673257145ed3c9"
)
ExtendDepositAmount: Constant[int | None] = Constant(
    "SafeMode", "ExtendDepositAmount", "51673257145ed3c9"
)
ReleaseDelay: Constant[int | None] = Constant("SafeMode", "ReleaseDelay", "5fd77e4ef2001524")
