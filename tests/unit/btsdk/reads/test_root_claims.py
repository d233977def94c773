"""Root dividends: rates, what is owed, what was claimed."""

from __future__ import annotations

from fractions import Fraction

from btsdk.ops import AddStake, ClaimRoot, SetRootClaimType
from btsdk.reads.root_claims import RootClaim, RootClaimType
from tests.unit.btsdk.staked import ALICE, ALICE_2, BOB, FIRST, SECOND, Staked, alpha, tao


def test_nothing_is_owed(real: Staked) -> None:
    view = real.view
    assert view.root_claims(ALICE) == []
    assert set(view.root_claimable_rates(ALICE_2).values()) <= {0}
    assert view.root_claimable_rate(ALICE_2, FIRST) == 0
    assert view.root_claimable_stake(ALICE, ALICE_2, FIRST) == alpha("0")
    assert view.root_claim_type(BOB) == RootClaimType("Swap")


def test_rates_claims_and_thresholds(real: Staked) -> None:
    real.do(AddStake(ALICE_2, 0, tao("10")))
    rates = [[FIRST, 1 << 31], [SECOND, 1 << 20]]
    real.set(
        RootClaimable=[[[ALICE_2], rates]],
        RootClaimed=[[[FIRST, ALICE_2, ALICE.ss58_address], 10**9]],
        RootClaimableThreshold=[[[FIRST], (3 << 32) + 1], [[SECOND], (10**9) << 32]],
    )
    view = real.view
    assert view.root_claimable_rates(ALICE_2)[FIRST] >= Fraction(1, 2)
    assert view.root_claimable_rate(ALICE_2, SECOND) >= Fraction(1, 1 << 12)
    claims = {claim.netuid: claim for claim in view.root_claims(ALICE)}
    first = claims[FIRST]
    assert first == RootClaim(ALICE_2, FIRST, first.claimable, alpha("1"), alpha("0.000000004"))
    assert first.claimable >= alpha("4")
    assert first.is_payable
    assert view.root_claimable_stake(ALICE, ALICE_2, FIRST) == first.claimable
    assert claims[SECOND].claimable >= alpha("0.0024", SECOND)
    assert not claims[SECOND].is_payable
    assert view.root_claim_threshold(SECOND) == alpha("1", SECOND)
    assert view.root_alpha_dividends(ALICE_2, FIRST).netuid == FIRST


def test_what_is_owed_is_what_a_claim_pays(real: Staked) -> None:
    real.do(AddStake(ALICE_2, 0, tao("10")))
    real.do(SetRootClaimType("Keep"))
    real.set(RootClaimable=[[[ALICE_2], [[SECOND, 123_456_789]]]])
    owed = real.view.root_claimable_stake(ALICE, ALICE_2, SECOND)
    before = real.view.root_claimed(ALICE, ALICE_2, SECOND)
    real.do(ClaimRoot([SECOND]))
    paid = real.view.root_claimed(ALICE, ALICE_2, SECOND) - before
    # The block of the claim may accrue a little more first.
    assert owed <= paid <= owed + owed // 100
