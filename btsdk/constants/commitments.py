"""The constants of Commitments.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

MaxFields: Constant[int] = Constant("Commitments", "MaxFields", "14b7429f83a073c5")
InitialDeposit: Constant[int] = Constant("Commitments", "InitialDeposit", "67909149a73f10c6")
FieldDeposit: Constant[int] = Constant("Commitments", "FieldDeposit", "67909149a73f10c6")
