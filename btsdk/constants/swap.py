"""The constants of Swap.

Written by `chain_spec.codegen`: change the declarations instead.
"""

from __future__ import annotations

from btsdk.descriptors.items import Constant

ProtocolId: Constant[bytes] = Constant("Swap", "ProtocolId", "9b215fef8a45329b")
MaxFeeRate: Constant[int] = Constant("Swap", "MaxFeeRate", "424bb468a633b87b")
MinimumLiquidity: Constant[int] = Constant("Swap", "MinimumLiquidity", "67909149a73f10c6")
MinimumReserve: Constant[int] = Constant("Swap", "MinimumReserve", "67909149a73f10c6")
