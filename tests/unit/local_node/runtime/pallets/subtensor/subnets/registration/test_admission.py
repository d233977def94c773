"""What all registrations have in common: room, the slot, the pair of keys, the price."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.balances import currency
from local_node.runtime.pallets.subtensor.subnets.registration import admission
from tests.unit.local_node.runtime.pallets.subtensor.chain import key, refused, subnet
from tests.unit.local_node.runtime.pallets.subtensor.subnets.registration.registrations import (
    COLDKEY,
    HOTKEY,
    OTHER,
)


def test_the_price_is_paid_and_counted(ctx: Context) -> None:
    price, before = ctx.get(storage.Burn, 1), currency.free(ctx, COLDKEY)
    admission.register_for_burn(ctx, COLDKEY, 1, HOTKEY)
    assert before - currency.free(ctx, COLDKEY) == price
    assert ctx.get(storage.RAORecycledForRegistration, 1) == price
    assert ctx.get(storage.RegistrationsThisBlock, 1) == 1
    assert ctx.get(storage.Owner, HOTKEY) == COLDKEY
    assert ctx.get(storage.Burn, 1) > price


def test_refusals_in_the_order_of_the_chain(ctx: Context) -> None:
    for netuid, error in (
        (0, errors.RegistrationNotPermittedOnRootSubnet),
        (9, errors.SubnetNotExists),
    ):
        with refused(error):
            admission.register_for_burn(ctx, COLDKEY, netuid, HOTKEY)
    with refused(errors.NotEnoughBalanceToStake):
        admission.register_for_burn(ctx, key(60), 1, HOTKEY)
    admission.register_for_burn(ctx, COLDKEY, 1, HOTKEY)
    with refused(errors.HotKeyAlreadyRegisteredInSubNet):
        admission.register_for_burn(ctx, COLDKEY, 1, HOTKEY)
    with refused(errors.NonAssociatedColdKey):
        admission.pair(ctx, OTHER, HOTKEY)
    ctx.put(storage.NetworkRegistrationAllowed, 1, False)
    with refused(errors.SubNetRegistrationDisabled):
        admission.register_for_burn(ctx, COLDKEY, 1, key(61))


def test_a_full_subnet_gives_the_place_of_the_one_that_is_pruned(ctx: Context) -> None:
    subnet(ctx, 1, neurons=3)
    ctx.put(storage.MaxAllowedUids, 1, 4)
    assert admission.take_slot(ctx, 1, key(70)) == 3
    ctx.put(storage.MaxAllowedUids, 1, 0)
    with refused(errors.NoNeuronIdAvailable):
        admission.register_for_burn(ctx, COLDKEY, 1, HOTKEY)


def test_blocks_and_intervals_have_room_for_so_many(ctx: Context) -> None:
    ctx.put(storage.MaxRegistrationsPerBlock, 1, 2)
    ctx.put(storage.RegistrationsThisBlock, 1, 1)
    admission.ensure_block_has_room(ctx, 1)
    admission.count_registration(ctx, 1)
    with refused(errors.TooManyRegistrationsThisBlock):
        admission.ensure_block_has_room(ctx, 1)
    ctx.put(storage.TargetRegistrationsPerInterval, 1, 2)
    ctx.put(storage.RegistrationsThisInterval, 1, 5)
    admission.ensure_interval_has_room(ctx, 1)
    ctx.put(storage.RegistrationsThisInterval, 1, 6)
    with refused(errors.TooManyRegistrationsThisInterval):
        admission.ensure_interval_has_room(ctx, 1)
