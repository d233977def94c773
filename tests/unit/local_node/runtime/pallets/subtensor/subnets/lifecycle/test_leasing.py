"""Leased subnets, from the crowdloan that pays for them to their end."""

from __future__ import annotations

import pytest

from btsdk.keys.hashing import blake2_256
from chain_spec.pallets import crowdloan, proxy
from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.lifecycle.leasing import lease_key
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)

CREATOR, FRIEND, FUNDS = key(1), key(2), key(3)
RAISED = 160 * TAO


@pytest.fixture
def ctx() -> Context:
    """A crowdloan of 160 TAO being finalized, a quarter of it from a friend."""
    ctx = dev_context()
    currency.mint(ctx, FUNDS, RAISED)
    rich(ctx, CREATOR, 1)
    rich(ctx, FRIEND, 1)
    loan = {
        "creator": CREATOR,
        "deposit": 0,
        "min_contribution": 0,
        "end": 10,
        "cap": RAISED,
        "funds_account": FUNDS,
        "raised": RAISED,
        "target_address": None,
        "call": None,
        "finalized": False,
        "contributors_count": 2,
    }
    ctx.put(crowdloan.storage.Crowdloans, 0, loan)
    ctx.put(crowdloan.storage.Contributions, (0, CREATOR), RAISED * 3 // 4)
    ctx.put(crowdloan.storage.Contributions, (0, FRIEND), RAISED // 4)
    ctx.set(crowdloan.storage.CurrentCrowdloanId, 0)
    return ctx


def lease(ctx: Context, end_block: int | None = 20, who: bytes = CREATOR) -> None:
    call(ctx, who, "register_leased_network", emissions_share=30, end_block=end_block)


def test_keys_are_hashes_of_the_leases_number() -> None:
    assert lease_key("coldkey", 7) == blake2_256(b"\x3cleasing/coldkey\x07\x00\x00\x00")


def test_the_loan_pays_lock_and_deposit_and_the_rest_goes_back(ctx: Context) -> None:
    issuance = currency.total_issuance(ctx)
    lease(ctx)
    coldkey = lease_key("coldkey", 0)
    deposit = 60_000_000 + 33_000_000
    left = RAISED - 100 * TAO - deposit
    assert currency.free(ctx, account_id(2)) == 100 * TAO
    assert currency.reserved(ctx, coldkey) == deposit
    assert currency.free(ctx, FRIEND) == TAO + left // 4
    assert currency.free(ctx, CREATOR) == TAO + left - left // 4
    assert currency.total_issuance(ctx) == issuance
    stored = ctx.get(storage.SubnetLeases, 0) or {}
    assert (stored["cost"], stored["netuid"]) == (RAISED - left, 2)
    assert ctx.get(storage.SubnetLeaseShares, (0, FRIEND)) == 1 << 62
    assert not ctx.contains(storage.SubnetLeaseShares, (0, CREATOR))
    assert ctx.get(storage.SubnetOwner, 2) == coldkey
    definition = {"delegate": CREATOR, "proxy_type": "SubnetLeaseBeneficiary", "delay": 0}
    assert ctx.get(proxy.storage.Proxies, coldkey) == ([definition], deposit)


def test_refusals(ctx: Context) -> None:
    with refused(errors.InvalidLeaseBeneficiary):
        lease(ctx, who=FRIEND)
    with refused(errors.LeaseCannotEndInThePast):
        lease(ctx, end_block=1)
    ctx.remove(crowdloan.storage.CurrentCrowdloanId)
    with refused(crowdloan.errors.InvalidCrowdloanId):
        lease(ctx)


def test_after_the_end_the_subnet_is_the_beneficiarys(ctx: Context) -> None:
    lease(ctx)

    def end(who: bytes = CREATOR) -> None:
        call(ctx, who, "terminate_lease", lease_id=0, hotkey=key(9))

    with refused(errors.ExpectedBeneficiaryOrigin):
        end(FRIEND)
    with refused(errors.LeaseHasNotEnded):
        end()
    go_to(ctx, 20)
    with refused(errors.BeneficiaryDoesNotOwnHotkey):
        end()
    ctx.put(storage.Owner, key(9), CREATOR)
    end()
    assert ctx.get(storage.SubnetOwner, 2) == CREATOR
    assert ctx.get(storage.SubnetOwnerHotkey, 2) == key(9)
    assert not list(ctx.iter(storage.SubnetLeaseShares, 0))
    assert not ctx.contains(proxy.storage.Proxies, lease_key("coldkey", 0))
    with refused(errors.LeaseDoesNotExist):
        end()


def test_a_lease_for_ever_never_ends(ctx: Context) -> None:
    lease(ctx, end_block=None)
    with refused(errors.LeaseHasNoEndBlock):
        call(ctx, CREATOR, "terminate_lease", lease_id=0, hotkey=key(9))
