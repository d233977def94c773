"""How a subnet is created."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, go_to, key, refused
from tests.unit.local_node.runtime.pallets.subtensor.subnets.lifecycle.networks import (
    HOTKEY,
    OTHER,
    OWNER,
)
from tests.unit.local_node.runtime.support import decoded_events

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
