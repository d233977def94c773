"""How root dividends are claimed, and from how many on."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.arithmetic.fixed import I96F32
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.subtensor.staking.root_claims.claim_root import claim_root
from local_node.runtime.pallets.subtensor.staking.root_claims.root_claim_settings import (
    set_root_claim_type,
    sudo_set_num_root_claims,
    sudo_set_root_claim_threshold,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import COLDKEY, NETUID, by, fails
from tests.unit.local_node.runtime.pallets.subtensor.staking.root_claims.owing import owing_chain


def test_subnets_named_are_a_set() -> None:
    ctx = owing_chain()
    claim_root(ctx, by(COLDKEY), [NETUID] * 6)
    set_root_claim_type(ctx, by(COLDKEY), ("KeepSubnets", {"subnets": [7, NETUID, 7]}))
    kept = ("KeepSubnets", {"subnets": sorted({7, NETUID})})
    assert ctx.get(storage.RootClaimType, COLDKEY) == kept


def test_what_claims_and_settings_ask() -> None:
    ctx = owing_chain()
    for subnets in ([], [1, 2, 3, 4, 5, 6]):
        with fails(errors.InvalidSubnetNumber):
            claim_root(ctx, by(COLDKEY), subnets)
    with fails(errors.InvalidSubnetNumber):
        set_root_claim_type(ctx, by(COLDKEY), ("KeepSubnets", {"subnets": []}))
    with fails(errors.InvalidNumRootClaim):
        sudo_set_num_root_claims(ctx, root, 51)
    sudo_set_num_root_claims(ctx, root, 50)
    with fails(errors.InvalidRootClaimThreshold):
        sudo_set_root_claim_threshold(ctx, root, NETUID, 10_000_001)
    sudo_set_root_claim_threshold(ctx, root, NETUID, 7)
    assert ctx.get(storage.RootClaimableThreshold, NETUID) == I96F32.from_int(7)
