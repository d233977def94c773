"""The constants of Balances.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

ExistentialDeposit: Constant[int] = Constant("Balances", "ExistentialDeposit", "67909149a73f10c6")
MaxLocks: Constant[int] = Constant("Balances", "MaxLocks", "14b7429f83a073c5")
MaxReserves: Constant[int] = Constant("Balances", "MaxReserves", "14b7429f83a073c5")
MaxFreezes: Constant[int] = Constant("Balances", "MaxFreezes", "14b7429f83a073c5")
