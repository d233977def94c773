"""The constants of Multisig.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

DepositBase: Constant[int] = Constant("Multisig", "DepositBase", "67909149a73f10c6")
DepositFactor: Constant[int] = Constant("Multisig", "DepositFactor", "67909149a73f10c6")
MaxSignatories: Constant[int] = Constant("Multisig", "MaxSignatories", "14b7429f83a073c5")
