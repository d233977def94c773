"""Leased subnets, on a real chain: a crowdloan that creates one, until its end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from btsdk.calls import crowdloan
from btsdk.calls import subtensor as calls
from btsdk.errors import DispatchError, UsageError
from btsdk.ops import AssociateHotkey, RegisterLeasedNetwork, TerminateLease
from btsdk.units import Tao
from tests.unit.btsdk.ops.stage import HOTKEY, NETUID, OTHER, OWNER, SUDO, Stage, staged

PREFIX = "SubtensorModule."
LEASED = NETUID + 1


@pytest.fixture
def stage() -> Iterator[Stage]:
    with staged() as stage:
        yield stage


def leased(stage: Stage, end_block: int | None) -> None:
    """A crowdloan by `OTHER`, to which `OWNER` contributes, that creates a leased subnet."""
    cap = stage.head.subnet_cost() * 2
    for who in (OTHER, OWNER):
        stage.chain.set_balance(who.ss58_address, cap * 2)
    loan = crowdloan.Create(
        deposit=Tao.parse("100"),
        min_contribution=Tao.parse("1"),
        cap=cap,
        end=stage.head.number + 100,
        call=calls.RegisterLeasedNetwork(emissions_share=30, end_block=end_block),
        target_address=None,
    )
    stage.client.execute(loan, OTHER)
    given = cap - Tao.parse("100")
    stage.client.execute(crowdloan.Contribute(crowdloan_id=0, amount=given), OWNER)
    stage.client.execute(crowdloan.Finalize(crowdloan_id=0), OTHER)


def test_by_itself_it_is_refused(stage: Stage) -> None:
    code = "Crowdloan.InvalidCrowdloanId"
    stage.refuses(RegisterLeasedNetwork(30, 1_000), OTHER, code)


def test_a_lease_with_an_end(stage: Stage) -> None:
    end = stage.head.number + 20
    leased(stage, end)
    found = stage.head.lease(0)
    assert found is not None
    assert (found.netuid, found.beneficiary) == (LEASED, OTHER.ss58_address)
    assert (found.emissions_share, found.end_block) == (30, end)
    assert stage.head.leases() == [found]
    assert stage.head.lease_of_subnet(LEASED) == found
    assert stage.head.lease_of_subnet(NETUID) is None
    (share,) = stage.head.lease_shares(0).values()
    assert 0.85 < share.bits / (1 << 64) < 0.95
    dividends = stage.head.lease_dividends(0)
    assert dividends is not None
    assert dividends.netuid == LEASED
    operation = TerminateLease(0, OTHER)
    stage.refuses(TerminateLease(5, OTHER), OTHER, PREFIX + "LeaseDoesNotExist")
    stage.refuses(operation, OWNER, PREFIX + "ExpectedBeneficiaryOrigin")
    early = stage.refuses(operation, OTHER, PREFIX + "LeaseHasNotEnded")
    assert f"block {end:,}" in early
    stage.advance_to(end)
    stage.refuses(TerminateLease(0, HOTKEY), OTHER, PREFIX + "BeneficiaryDoesNotOwnHotkey")
    stage.does(AssociateHotkey(SUDO), OTHER)
    stage.does(TerminateLease(0, SUDO), OTHER)
    owner = stage.head.subnet_owner(LEASED)
    assert (owner.coldkey, owner.hotkey) == (OTHER.ss58_address, SUDO.ss58_address)
    assert stage.head.lease(0) is None
    assert stage.head.lease_dividends(0) is None


def test_a_lease_without_an_end(stage: Stage) -> None:
    leased(stage, None)
    stage.refuses(TerminateLease(0, OTHER), OTHER, PREFIX + "LeaseHasNoEndBlock")


def test_an_end_in_the_past(stage: Stage) -> None:
    with pytest.raises(DispatchError, match="LeaseCannotEndInThePast"):
        leased(stage, 1)


def test_what_cannot_be_meant() -> None:
    for make in (
        lambda: RegisterLeasedNetwork(101),
        lambda: RegisterLeasedNetwork(30, -1),
        lambda: TerminateLease(-1, OTHER),
    ):
        with pytest.raises(UsageError):
            make()
