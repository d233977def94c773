"""`SubtensorModule.claim_root`: claim root dividends on the given subnets."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_signed
from local_node.runtime.frame.weight import PostDispatch
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import add_to_index
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import claim_root_dividends
from local_node.runtime.weights import reported

MAX_SUBNET_CLAIMS = 5


def claim_root(ctx: Context, origin: Origin, subnets: list[int]) -> PostDispatch:
    """One to five subnets, duplicates ignored. The weight depends on the stakes checked."""
    coldkey = ensure_signed(origin)
    named = set(subnets)
    ensure(0 < len(named) <= MAX_SUBNET_CLAIMS, errors.InvalidSubnetNumber)
    add_to_index(ctx, coldkey)
    hotkeys, claims = claim_root_dividends(ctx, coldkey, named)
    return PostDispatch(reported.claim_root(hotkeys, claims))
