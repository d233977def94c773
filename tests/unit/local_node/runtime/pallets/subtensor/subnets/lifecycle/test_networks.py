"""Subnets: what one costs, how it is created, started and dissolved."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.lifecycle.lock_cost import network_lock_cost
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_pruning import network_to_prune
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    account_id,
    netuid_of_account,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import (
    TAO,
    call,
    dev_context,
    go_to,
    key,
    refused,
    rich,
)
from tests.unit.local_node.runtime.support import decoded_events, fresh_context

OWNER, HOTKEY, OTHER = key(1), key(2), key(3)
IDENTITY = {
    "subnet_name": b"numbers",
    "github_repo": b"",
    "subnet_contact": b"",
    "subnet_url": b"",
    "discord": b"",
    "description": b"",
    "logo_url": b"",
    "additional": b"",
}


@pytest.fixture
def ctx() -> Context:
    ctx = dev_context()
    rich(ctx, OWNER)
    return ctx


@given(st.integers(0, 0xFFFF))
def test_an_account_names_its_subnet(netuid: int) -> None:
    account = account_id(netuid)
    assert account[:12] == b"modlsubtensr"
    assert netuid_of_account(account) == netuid
    assert netuid_of_account(account[:31] + b"\1") is None


class TestLockCost:
    def test_starts_at_the_minimum_and_doubles(self, ctx: Context) -> None:
        assert network_lock_cost(ctx) == 100 * TAO
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert network_lock_cost(ctx) == 200 * TAO

    def test_a_thousand_on_the_localnet(self) -> None:
        assert network_lock_cost(fresh_context("fast")) == 1_000 * TAO

    def test_falls_by_the_last_lock_in_one_interval(self, ctx: Context) -> None:
        go_to(ctx, 10)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        interval = ctx.get(storage.NetworkLockReductionInterval)
        for elapsed in (1, interval // 2, interval):
            go_to(ctx, 10 + elapsed)
            fall = 100 * TAO // interval * elapsed
            assert network_lock_cost(ctx) == max(200 * TAO - fall, 100 * TAO)
        go_to(ctx, 10 + 3 * interval)
        assert network_lock_cost(ctx) == 100 * TAO

    def test_halved_emission_halves_the_interval(self, ctx: Context) -> None:
        go_to(ctx, 10)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        ctx.set(storage.TotalIssuance, 10_500_000 * TAO)
        interval = ctx.get(storage.NetworkLockReductionInterval) // 2
        go_to(ctx, 10 + 100)
        assert network_lock_cost(ctx) == 200 * TAO - 100 * TAO // interval * 100


class TestCreation:
    def test_the_lock_becomes_the_pool(self, ctx: Context) -> None:
        issuance = currency.total_issuance(ctx)
        stake = ctx.get(storage.TotalStake)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert currency.free(ctx, OWNER) == 9_900 * TAO
        assert currency.free(ctx, account_id(2)) == 100 * TAO
        assert currency.total_issuance(ctx) == issuance
        assert ctx.get(storage.SubnetTAO, 2) == 100 * TAO
        # Subnet 1 has 10 TAO and 10 alpha: the median price is one.
        assert ctx.get(storage.SubnetAlphaIn, 2) == 100 * TAO
        assert ctx.get(storage.SubnetAlphaOut, 2) == 0
        assert ctx.get(storage.SubnetLocked, 2) == 100 * TAO
        assert ctx.get(storage.TotalStake) == stake + 100 * TAO
        assert decoded_events(ctx)[-1] == ("SubtensorModule", "NetworkAdded", (2, 1))

    def test_alpha_is_matched_at_the_median_price(self, ctx: Context) -> None:
        ctx.put(storage.SubnetTAO, 1, 30 * TAO)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        # A price of three is exact in 64 binary places.
        assert ctx.get(storage.SubnetAlphaIn, 2) == int(Fraction(100 * TAO, 3))

    def test_the_owner_is_the_first_neuron(self, ctx: Context) -> None:
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert ctx.get(storage.SubnetOwner, 2) == OWNER
        assert ctx.get(storage.SubnetOwnerHotkey, 2) == HOTKEY
        assert ctx.get(storage.Uids, (2, HOTKEY)) == 0
        assert ctx.get(storage.TokenSymbol, 2) == "β".encode()
        assert ctx.get(storage.TotalNetworks) == 3
        assert ctx.get(storage.NetworkRegisteredAt, 2) == 1
        assert ctx.get(storage.MaxAllowedUids, 2) == 256
        assert ctx.get(storage.ImmunityPeriod, 2) == 5_000
        assert ctx.get(storage.Burn, 2) == TAO
        assert ctx.get(storage.SubnetEmissionEnabled, 2) is False

    def test_refusals(self, ctx: Context) -> None:
        ctx.put(storage.Owner, OTHER, key(9))
        with refused(errors.NonAssociatedColdKey):
            call(ctx, OWNER, "register_network", hotkey=OTHER)
        with refused(errors.CannotUseSystemAccount):
            call(ctx, OWNER, "register_network", hotkey=account_id(5))
        with refused(errors.CannotAffordLockCost):
            call(ctx, key(9), "register_network", hotkey=HOTKEY)
        ctx.set(storage.NetworkRegistrationStartBlock, 2)
        with refused(errors.SubNetRegistrationDisabled):
            call(ctx, OWNER, "register_network", hotkey=HOTKEY)

    def test_the_rate_limit_lets_the_first_pass(self, ctx: Context) -> None:
        ctx.set(storage.NetworkRateLimit, 100)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        go_to(ctx, 100)
        with refused(errors.NetworkTxRateLimitExceeded):
            call(ctx, OWNER, "register_network", hotkey=OTHER)
        go_to(ctx, 101)
        call(ctx, OWNER, "register_network", hotkey=OTHER)
        assert ctx.get(storage.NetworksAdded, 3)

    def test_an_identity_that_is_too_long_undoes_it_all(self, ctx: Context) -> None:
        long = {**IDENTITY, "subnet_name": b"x" * 257}
        with refused(errors.InvalidIdentity):
            call(ctx, OWNER, "register_network_with_identity", hotkey=HOTKEY, identity=long)
        assert currency.free(ctx, OWNER) == 10_000 * TAO
        call(ctx, OWNER, "register_network_with_identity", hotkey=HOTKEY, identity=IDENTITY)
        assert ctx.get(storage.SubnetIdentitiesV3, 2) == IDENTITY

    def test_a_full_chain_gives_up_its_weakest_subnet(self, ctx: Context) -> None:
        ctx.set(storage.SubnetLimit, 1)
        with refused(errors.SubnetLimitReached):
            call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        go_to(ctx, ctx.get(storage.NetworkImmunityPeriod))
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert ctx.get(storage.SubnetOwner, 1) == OWNER
        assert ctx.get(storage.TotalNetworks) == 2


class TestStart:
    def test_the_owner_starts_it_once_after_the_delay(self, ctx: Context) -> None:
        ctx.set(storage.StartCallDelay, 5)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        with refused(errors.SubnetNotExists):
            call(ctx, OWNER, "start_call", netuid=9)
        with refused("BadOrigin"):
            call(ctx, OTHER, "start_call", netuid=2)
        go_to(ctx, 5)
        with refused(errors.NeedWaitingMoreBlocksToStarCall):
            call(ctx, OWNER, "start_call", netuid=2)
        go_to(ctx, 6)
        call(ctx, OWNER, "start_call", netuid=2)
        assert ctx.get(storage.FirstEmissionBlockNumber, 2) == 7
        assert ctx.get(storage.SubtokenEnabled, 2) is True
        with refused(errors.FirstEmissionBlockNumberAlreadySet):
            call(ctx, OWNER, "start_call", netuid=2)


class TestEnd:
    def test_root_alone_dissolves_and_nothing_of_the_subnet_stays(self, ctx: Context) -> None:
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        call(ctx, OWNER, "start_call", netuid=2)
        rich(ctx, OTHER)
        call(ctx, OTHER, "add_stake", hotkey=HOTKEY, netuid=2, amount_staked=50 * TAO)
        with refused("BadOrigin"):
            call(ctx, OWNER, "dissolve_network", coldkey=OWNER, netuid=2)
        call(ctx, root, "dissolve_network", coldkey=OWNER, netuid=2)

        assert not ctx.contains(storage.NetworksAdded, 2)
        assert ctx.get(storage.TotalNetworks) == 2
        assert not list(ctx.iter(storage.Keys, 2))
        assert not list(ctx.iter(storage.Uids, 2))
        assert not ctx.contains(storage.IsNetworkMember, (HOTKEY, 2))
        assert not ctx.contains(storage.TotalHotkeyAlpha, (HOTKEY, 2))
        assert ctx.get(storage.SubnetTAO, 2) == ctx.get(storage.SubnetAlphaIn, 2) == 0
        assert ctx.get(storage.RegisteredSubnetCounter, 2) == 1
        assert decoded_events(ctx)[-1] == ("SubtensorModule", "NetworkRemoved", 2)

    def test_root_and_missing_subnets_cannot_end(self, ctx: Context) -> None:
        for netuid in (0, 9):
            with refused(errors.SubnetNotExists):
                call(ctx, root, "root_dissolve_network", netuid=netuid)

    def test_the_number_is_free_again(self, ctx: Context) -> None:
        call(ctx, root, "root_dissolve_network", netuid=1)
        call(ctx, OWNER, "register_network", hotkey=HOTKEY)
        assert ctx.get(storage.SubnetOwner, 1) == OWNER
        assert ctx.get(storage.TokenSymbol, 1) == "α".encode()


class TestWhoIsPruned:
    def networks(self, prices: dict[int, tuple[int, int]]) -> Context:
        """A chain of subnets with these moving prices (TAO) and registration blocks."""
        ctx = dev_context()
        for netuid, (price, block) in prices.items():
            ctx.put(storage.NetworksAdded, netuid, True)
            ctx.put(storage.SubnetMechanism, netuid, 1)
            ctx.put(storage.SubnetMovingPrice, netuid, price << 32)
            ctx.put(storage.NetworkRegisteredAt, netuid, block)
        go_to(ctx, ctx.get(storage.NetworkImmunityPeriod) + 10)
        return ctx

    def test_the_cheapest_of_the_mature_then_the_oldest_then_the_first(self) -> None:
        # prune_selection_complex_state_exhaustive
        mature = {1: (25, 0), 2: (25, 0), 3: (100, 1)}
        young = {5: (0, 10_000_000), 6: (0, 10_000_000)}
        assert network_to_prune(self.networks({**mature, 4: (1, 2), **young})) == 4
        assert network_to_prune(self.networks({**mature, 4: (25, 2), **young})) == 1
        assert network_to_prune(self.networks({**mature, 1: (26, 0), 3: (25, 1), 4: (25, 2)})) == 2

    def test_nobody_while_all_are_young(self) -> None:
        assert network_to_prune(self.networks({1: (1, 10_000_000)})) is None
