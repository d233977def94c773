"""Pallet `Crowdloan` (index 27): TAO raised from contributors, and one call paid with it.

- `create`, `contribute`, `withdraw`, `finalize`, `refund`, `dissolve`, `update`: the calls;
- `loan`: what the calls share.
"""

from __future__ import annotations

from chain_spec.pallets import crowdloan
from local_node.runtime.frame.pallet import RuntimePallet, later

PALLET = RuntimePallet(
    crowdloan.pallet,
    calls=later(__name__, "calls.CALLS"),
)
