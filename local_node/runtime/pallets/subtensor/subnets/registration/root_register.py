"""`root_register`: register on the root network, for free, if the hotkey's stake suffices."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import (
    append_neuron,
    is_registered,
    replace_neuron,
)
from local_node.runtime.pallets.subtensor.subnets.registration.admission import (
    count_registration,
    ensure_block_has_room,
    ensure_interval_has_room,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, subnet_exists

# 18 %, in parts of 65,535.
_DEFAULT_TAKE = 11_796


def root_register(ctx: Context, origin: Origin, hotkey: bytes) -> None:
    """Signed by the coldkey. On a full network a greater stake replaces the smallest one."""
    ensure(subnet_exists(ctx, ROOT), errors.RootNetworkDoesNotExist)
    coldkey = ensure_signed(origin)
    ensure_block_has_room(ctx, ROOT)
    ensure_interval_has_room(ctx, ROOT)
    ensure(not is_registered(ctx, ROOT, hotkey), errors.HotKeyAlreadyRegisteredInSubNet)

    create_account_if_missing(ctx, coldkey, hotkey)
    uid = _take_seat(ctx, hotkey)
    if not ctx.contains(storage.Delegates, hotkey):
        ctx.put(storage.Delegates, hotkey, _DEFAULT_TAKE)
    interval = ctx.get(storage.RegistrationsThisInterval, ROOT)
    ctx.put(storage.RegistrationsThisInterval, ROOT, min(interval + 1, 0xFFFF))
    count_registration(ctx, ROOT)
    ctx.emit(events.NeuronRegistered, ROOT, uid, hotkey)


def _take_seat(ctx: Context, hotkey: bytes) -> int:
    block = ctx.block_number
    if ctx.get(storage.SubnetworkN, ROOT) < ctx.get(storage.MaxAllowedUids, ROOT):
        return append_neuron(ctx, ROOT, hotkey, block)
    seats = [(uid, hotkey_stake(ctx, held, ROOT)) for uid, held in ctx.iter(storage.Keys, ROOT)]
    # A network without seats replaces nothing: the chain looks up the hotkey of uid 0.
    ensure(seats, errors.HotKeyNotRegisteredInSubNet)
    uid: int
    uid, lowest = min(seats, key=lambda seat: seat[1])
    ensure(lowest < hotkey_stake(ctx, hotkey, ROOT), errors.StakeTooLowForRoot)
    replace_neuron(ctx, ROOT, uid, hotkey, block)
    return uid
