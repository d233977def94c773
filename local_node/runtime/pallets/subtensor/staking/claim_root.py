"""`SubtensorModule.claim_root`: claim root dividends on the subnets named."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.pallets.subtensor.staking.claim_index import add_to_index
from local_node.runtime.pallets.subtensor.staking.root_claims import claim_root_dividends

MAX_SUBNET_CLAIMS = 5


def claim_root(ctx: Context, origin: Origin, subnets: list[int]) -> None:
    """One to five subnets; one that is named twice counts once."""
    coldkey = ensure_signed(origin)
    named = set(subnets)
    ensure(0 < len(named) <= MAX_SUBNET_CLAIMS, errors.InvalidSubnetNumber)
    add_to_index(ctx, coldkey)
    claim_root_dividends(ctx, coldkey, named)
