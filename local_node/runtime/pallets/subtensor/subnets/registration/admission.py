"""The common part of all registrations on a subnet: the checks, the price, the slot.

The paying coldkey becomes the hotkey's owner. At spec version 425 the payment ("recycling") is
swapped through the subnet's pool, and the alpha bought leaves circulation. The TAO stays in the
pool, so its issuance does not fall.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, ensure, fail
from local_node.runtime.pallets.subtensor.coinbase.flows import record_tao_inflow
from local_node.runtime.pallets.subtensor.coinbase.tao import can_spend, transfer_tao_to_subnet
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import (
    create_account_if_missing,
    owns,
)
from local_node.runtime.pallets.subtensor.staking.pool.reserves import swap_tao_for_alpha
from local_node.runtime.pallets.subtensor.subnets.neurons.pruning import neuron_to_prune
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import (
    append_neuron,
    is_registered,
    replace_neuron,
)
from local_node.runtime.pallets.subtensor.subnets.registration.burn_price import bump_price
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, ensure_subnet_exists
from local_node.runtime.pallets.swap.orders import MAX_PRICE

_U64_MAX = (1 << 64) - 1


def register_for_burn(ctx: Context, coldkey: bytes, netuid: int, hotkey: bytes) -> None:
    """Register the hotkey at the subnet's current price, paid by the coldkey."""
    ensure_subnet_to_register_on(ctx, netuid)
    ensure(ctx.get(storage.NetworkRegistrationAllowed, netuid), errors.SubNetRegistrationDisabled)
    ensure(not is_registered(ctx, netuid, hotkey), errors.HotKeyAlreadyRegisteredInSubNet)
    price = ctx.get(storage.Burn, netuid)
    ensure(can_spend(ctx, coldkey, price), errors.NotEnoughBalanceToStake)
    pair(ctx, coldkey, hotkey)
    _ensure_slot(ctx, netuid)

    paid = _pay(ctx, coldkey, netuid, price)
    uid = take_slot(ctx, netuid, hotkey)
    bump_price(ctx, netuid)
    count_registration(ctx, netuid)
    _count_recycled(ctx, netuid, price)
    record_tao_inflow(ctx, netuid, paid)
    ctx.emit(events.NeuronRegistered, netuid, uid, hotkey)


def ensure_subnet_to_register_on(ctx: Context, netuid: int) -> None:
    ensure(netuid != ROOT, errors.RegistrationNotPermittedOnRootSubnet)
    ensure_subnet_exists(ctx, netuid)


def pair(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    """Pair a new hotkey with the coldkey; fails if another coldkey owns it."""
    create_account_if_missing(ctx, coldkey, hotkey)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)


def take_slot(ctx: Context, netuid: int, hotkey: bytes) -> int:
    """The next free uid, or on a full subnet that of the pruned neuron."""
    block = ctx.block_number
    if ctx.get(storage.SubnetworkN, netuid) < ctx.get(storage.MaxAllowedUids, netuid):
        return append_neuron(ctx, netuid, hotkey, block)
    uid = neuron_to_prune(ctx, netuid)
    if uid is None:
        raise fail(errors.NoNeuronIdAvailable)
    replace_neuron(ctx, netuid, uid, hotkey, block)
    return uid


def count_registration(ctx: Context, netuid: int) -> None:
    count = ctx.get(storage.RegistrationsThisBlock, netuid)
    ctx.put(storage.RegistrationsThisBlock, netuid, min(count + 1, 0xFFFF))


def ensure_block_has_room(ctx: Context, netuid: int) -> None:
    """Require room under `MaxRegistrationsPerBlock`, for root and proofs of work but not for
    burns."""
    ensure(
        ctx.get(storage.RegistrationsThisBlock, netuid)
        < ctx.get(storage.MaxRegistrationsPerBlock, netuid),
        errors.TooManyRegistrationsThisBlock,
    )


def ensure_interval_has_room(ctx: Context, netuid: int) -> None:
    """Require fewer registrations than three times the interval's target."""
    target = ctx.get(storage.TargetRegistrationsPerInterval, netuid)
    ensure(
        ctx.get(storage.RegistrationsThisInterval, netuid) < min(target * 3, 0xFFFF),
        errors.TooManyRegistrationsThisInterval,
    )


def _ensure_slot(ctx: Context, netuid: int) -> None:
    limit = ctx.get(storage.MaxAllowedUids, netuid)
    ensure(limit != 0, errors.NoNeuronIdAvailable)
    if ctx.get(storage.SubnetworkN, netuid) >= limit:
        ensure(neuron_to_prune(ctx, netuid) is not None, errors.NoNeuronIdAvailable)


def _pay(ctx: Context, coldkey: bytes, netuid: int, price: int) -> int:
    """Buy alpha for the price and destroy it; return the coldkey's payment in rao."""
    paid: int = transfer_tao_to_subnet(ctx, netuid, coldkey, price)
    bought = swap_tao_for_alpha(ctx, netuid, paid, MAX_PRICE).amount_paid_out
    outstanding = ctx.get(storage.SubnetAlphaOut, netuid)
    ctx.put(storage.SubnetAlphaOut, netuid, max(outstanding - bought, 0))
    return paid


def _count_recycled(ctx: Context, netuid: int, price: int) -> None:
    total = min(ctx.get(storage.RAORecycledForRegistration, netuid) + price, _U64_MAX)
    ctx.put(storage.RAORecycledForRegistration, netuid, total)
    ctx.emit(events.RAORecycledForRegistrationSet, netuid, total)
