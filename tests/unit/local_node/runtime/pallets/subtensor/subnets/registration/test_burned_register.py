from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.frame.origin import root
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.subnet import account_id
from tests.unit.local_node.runtime.pallets.subtensor.chain import TAO, call, key, refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HOTKEY,
    OTHER,
)
from tests.unit.local_node.runtime.support import decoded_events


class TestRecycling:
    def test_pays_the_price_and_takes_the_next_uid(self, ctx: Context) -> None:
        price, uid = ctx.get(storage.Burn, 1), ctx.get(storage.SubnetworkN, 1)
        before = currency.free(ctx, COLDKEY)
        pool = currency.free(ctx, account_id(1))
        alpha_out = ctx.get(storage.SubnetAlphaOut, 1)
        issuance = currency.total_issuance(ctx)

        call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)

        assert currency.free(ctx, COLDKEY) == before - price
        # The TAO lies in the pool's account; what it bought is gone, so nothing was burned.
        assert currency.free(ctx, account_id(1)) == pool + price
        assert currency.total_issuance(ctx) == issuance
        assert ctx.get(storage.SubnetAlphaOut, 1) == alpha_out
        assert ctx.get(storage.SubnetAlphaIn, 1) < 10 * TAO < ctx.get(storage.SubnetTAO, 1)
        assert ctx.get(storage.Uids, (1, HOTKEY)) == uid
        assert ctx.get(storage.Keys, (1, uid)) == HOTKEY
        assert ctx.get(storage.Owner, HOTKEY) == COLDKEY
        assert ctx.get(storage.OwnedHotkeys, COLDKEY) == [HOTKEY]
        assert ctx.get(storage.RAORecycledForRegistration, 1) == price
        assert ctx.get(storage.RegistrationsThisBlock, 1) == 1
        assert ctx.get(storage.Burn, 1) > price
        event = ("SubtensorModule", "NeuronRegistered", (1, uid, HOTKEY))
        assert decoded_events(ctx)[-1] == event

    def test_every_per_uid_vector_grows_by_one(self, ctx: Context) -> None:
        call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        count = ctx.get(storage.SubnetworkN, 1)
        for item in (
            storage.Active,
            storage.Emission,
            storage.Consensus,
            storage.Dividends,
            storage.ValidatorTrust,
            storage.ValidatorPermit,
            storage.Incentive,
            storage.LastUpdate,
        ):
            assert len(ctx.get(item, 1)) == count

    def test_refusals_in_order(self, ctx: Context) -> None:
        def register(coldkey: bytes = COLDKEY, netuid: int = 1, hotkey: bytes = HOTKEY) -> None:
            call(ctx, coldkey, "burned_register", netuid=netuid, hotkey=hotkey)

        with refused("BadOrigin"):
            call(ctx, root, "burned_register", netuid=1, hotkey=HOTKEY)
        with refused(errors.RegistrationNotPermittedOnRootSubnet):
            register(netuid=0)
        with refused(errors.SubnetNotExists):
            register(netuid=7)
        ctx.put(storage.NetworkRegistrationAllowed, 1, False)
        with refused(errors.SubNetRegistrationDisabled):
            register()
        ctx.put(storage.NetworkRegistrationAllowed, 1, True)
        with refused(errors.HotKeyAlreadyRegisteredInSubNet):
            register(coldkey=key(9), hotkey=subnet(ctx)[0])
        with refused(errors.NotEnoughBalanceToStake):
            register(coldkey=key(9))
        with refused(errors.CannotUseSystemAccount):
            register(hotkey=account_id(1))
        register()
        ctx.put(storage.Owner, key(8), OTHER)
        with refused(errors.NonAssociatedColdKey):
            register(hotkey=key(8))
        ctx.put(storage.MaxAllowedUids, 1, 0)
        with refused(errors.NoNeuronIdAvailable):
            register(hotkey=key(7))

    def test_a_refused_call_leaves_nothing(self, ctx: Context) -> None:
        ctx.put(storage.MaxAllowedUids, 1, 0)
        before = dict(ctx.ext.changes())  # type: ignore[attr-defined]
        with refused(errors.NoNeuronIdAvailable):
            call(ctx, COLDKEY, "burned_register", netuid=1, hotkey=HOTKEY)
        assert dict(ctx.ext.changes()) == before  # type: ignore[attr-defined]

    def test_a_limit_refuses_a_higher_price_only(self, ctx: Context) -> None:
        price = ctx.get(storage.Burn, 1)
        with refused(errors.RegistrationPriceLimitExceeded):
            call(ctx, COLDKEY, "register_limit", netuid=1, hotkey=HOTKEY, limit_price=price - 1)
        call(ctx, COLDKEY, "register_limit", netuid=1, hotkey=HOTKEY, limit_price=price)
        assert ctx.contains(storage.Uids, (1, HOTKEY))
