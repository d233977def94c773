"""`register`: the classic registration by proof of work.

At spec version 425 it is another name for `burned_register`: proof and coldkey are ignored, the
signer pays. On a chain with the *pow* feature the proof is checked, as until January 2026: the
hotkey signs, the given coldkey becomes its owner, and the registration is free.
"""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.features import has_pow
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered
from local_node.runtime.pallets.subtensor.subnets.registration.admission import (
    count_registration,
    ensure_block_has_room,
    ensure_interval_has_room,
    ensure_subnet_to_register_on,
    pair,
    register_for_burn,
    take_slot,
)
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    ensure_classic_proof,
    mark_work_used,
)


def register(
    ctx: Context,
    origin: Origin,
    netuid: int,
    block_number: int,
    nonce: int,
    work: bytes,
    hotkey: bytes,
    coldkey: bytes,
) -> None:
    """`work` is the seal of `block_number`, `nonce` and the hotkey; see `proof_of_work`."""
    signer = ensure_signed(origin)
    if not has_pow(ctx):
        register_for_burn(ctx, signer, netuid, hotkey)
        return
    ensure(signer == hotkey, errors.TransactorAccountShouldBeHotKey)
    ensure_subnet_to_register_on(ctx, netuid)
    allowed = ctx.get(storage.NetworkPowRegistrationAllowed, netuid)
    ensure(allowed, errors.SubNetRegistrationDisabled)
    ensure_block_has_room(ctx, netuid)
    ensure_interval_has_room(ctx, netuid)
    ensure(not is_registered(ctx, netuid, hotkey), errors.HotKeyAlreadyRegisteredInSubNet)
    ensure_classic_proof(
        ctx, block_number, nonce, work, hotkey, difficulty=ctx.get(storage.Difficulty, netuid)
    )

    mark_work_used(ctx, work)
    pair(ctx, coldkey, hotkey)
    uid = take_slot(ctx, netuid, hotkey)
    _count(ctx, netuid)
    ctx.emit(events.NeuronRegistered, netuid, uid, hotkey)


def _count(ctx: Context, netuid: int) -> None:
    count_registration(ctx, netuid)
    for item in (storage.RegistrationsThisInterval, storage.POWRegistrationsThisInterval):
        ctx.put(item, netuid, min(ctx.get(item, netuid) + 1, 0xFFFF))
