"""Claiming root dividends."""

from __future__ import annotations

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame.weight import Weight
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_root import claim_root
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import accrue_root_dividends
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    by,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.root_claims.owing import (
    DIVIDEND,
    owing_chain,
)


def test_a_claim_weighs_by_the_hotkeys_and_the_claims_looked_at() -> None:
    """`claim_root` in `macros/dispatches.rs`, weighed in `staking/claim_root.rs`: a read for the
    hotkeys; three reads for each; 60,000,000, 7 reads and 5 writes for each claim that was named.
    """
    ctx = owing_chain()
    accrue_root_dividends(ctx, HOTKEY, 7, DIVIDEND)
    read, claim = 25_000_000, 60_000_000 + 7 * 25_000_000 + 5 * 100_000_000
    hotkeys = len(ctx.get(storage.StakingHotkeys, COLDKEY))
    nothing = claim_root(ctx, by(COLDKEY), [9]).weight
    assert nothing == Weight((1 + 3 * hotkeys) * read, 0)
    one = claim_root(ctx, by(COLDKEY), [NETUID, 9]).weight
    assert one == Weight((1 + 3 * hotkeys) * read + claim, 6_987)
