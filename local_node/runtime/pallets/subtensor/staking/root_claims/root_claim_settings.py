"""The settings of root claims: each coldkey's type, and the chain's and the subnets' thresholds."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import ensure
from local_node.runtime.frame.origin import Origin, ensure_root, ensure_signed
from local_node.runtime.pallets.subtensor.owners import ensure_owner_or_root
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_index import add_to_index

MAX_ROOT_CLAIMS = 50
"""The maximum number of coldkeys for which a block claims."""
MAX_ROOT_CLAIM_THRESHOLD = 10_000_000
"""The maximum threshold, in rao of alpha."""


def set_root_claim_type(ctx: Context, origin: Origin, new_root_claim_type: Any) -> None:
    """Keep the alpha of dividends, swap it, or keep it on the given subnets only."""
    coldkey = ensure_signed(origin)
    if isinstance(new_root_claim_type, tuple):
        name, fields = new_root_claim_type
        # An encoded set may have any order, and duplicates.
        subnets = sorted(set(fields["subnets"]))
        ensure(subnets, errors.InvalidSubnetNumber)
        new_root_claim_type = (name, {"subnets": subnets})
    add_to_index(ctx, coldkey)
    ctx.put(storage.RootClaimType, coldkey, new_root_claim_type)
    ctx.emit(events.RootClaimTypeSet, coldkey=coldkey, root_claim_type=new_root_claim_type)


def sudo_set_num_root_claims(ctx: Context, origin: Origin, new_value: int) -> None:
    """Set the number of coldkeys for which a block claims; root only."""
    ensure_root(origin)
    ensure(new_value <= MAX_ROOT_CLAIMS, errors.InvalidNumRootClaim)
    ctx.set(storage.NumRootClaim, new_value)


def sudo_set_root_claim_threshold(
    ctx: Context, origin: Origin, netuid: int, new_value: int
) -> None:
    """Set the least amount claimed, in rao of alpha; root or the subnet's owner."""
    ensure_owner_or_root(ctx, origin, netuid)
    ensure(new_value <= MAX_ROOT_CLAIM_THRESHOLD, errors.InvalidRootClaimThreshold)
    ctx.put(storage.RootClaimableThreshold, netuid, I96F32.from_int(new_value))
