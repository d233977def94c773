"""The constants of Crowdloan.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

PalletId: Constant[bytes] = Constant("Crowdloan", "PalletId", "9b215fef8a45329b")
MinimumDeposit: Constant[int] = Constant("Crowdloan", "MinimumDeposit", "67909149a73f10c6")
AbsoluteMinimumContribution: Constant[int] = Constant(
    "Crowdloan", "AbsoluteMinimumContribution", "67909149a73f10c6"
)
MinimumBlockDuration: Constant[int] = Constant(
    "Crowdloan", "MinimumBlockDuration", "14b7429f83a073c5"
)
MaximumBlockDuration: Constant[int] = Constant(
    "Crowdloan", "MaximumBlockDuration", "14b7429f83a073c5"
)
RefundContributorsLimit: Constant[int] = Constant(
    "Crowdloan", "RefundContributorsLimit", "14b7429f83a073c5"
)
MaxContributors: Constant[int] = Constant("Crowdloan", "MaxContributors", "14b7429f83a073c5")
