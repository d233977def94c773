"""`pow_register`: register by a proof of work for a subnet, a hotkey and a coldkey.

Signed by the coldkey. It pays no fee without a tip, so the pool checks it before admission; only
the search for a neuron to prune is left to the block. Only chains with the *pow* feature have it.
"""

from __future__ import annotations

from chain_spec.features import pow as pow_feature
from chain_spec.pallets import system
from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, Origin, ensure, ensure_signed
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import is_registered
from local_node.runtime.pallets.subtensor.subnets.registration.admission import (
    count_registration,
    ensure_block_has_room,
    ensure_subnet_to_register_on,
    take_slot,
)
from local_node.runtime.pallets.subtensor.subnets.registration.proof_of_work import (
    block_hash,
    knows_block,
    meets_difficulty,
    registration_seal,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import ensure_not_subnet_account

MAX_WORK_AGE = 5


def pow_register(
    ctx: Context,
    origin: Origin,
    netuid: int,
    work_block: int,
    nonce: int,
    work: bytes,
    hotkey: bytes,
) -> None:
    """`work` is the 32-byte seal; see `proof_of_work.registration_seal`."""
    coldkey = ensure_signed(origin)
    check_pow_registration(ctx, coldkey, netuid, work_block, nonce, work, hotkey)

    create_account_if_missing(ctx, coldkey, hotkey)
    uid = take_slot(ctx, netuid, hotkey)
    # A replacement of the owner's own hotkey left the slot unchanged: keep the work unused.
    ensure(ctx.get(storage.Uids, (netuid, hotkey)) == uid, errors.NoNeuronIdAvailable)
    ctx.put(pow_feature.storage.LastPowRegistrationBlock, hotkey, work_block)
    count_registration(ctx, netuid)
    ctx.emit(events.NeuronRegistered, netuid, uid, hotkey)


def check_pow_registration(
    ctx: Context,
    coldkey: bytes,
    netuid: int,
    work_block: int,
    nonce: int,
    work: bytes,
    hotkey: bytes,
) -> None:
    """All checks of fixed cost, for the pool and for the block."""
    _ensure_open(ctx, netuid, hotkey)
    _ensure_fresh(ctx, work_block, hotkey)
    seal = registration_seal(netuid, block_hash(ctx, work_block), hotkey, coldkey, nonce)
    ensure(work == seal, errors.InvalidSeal)
    ensure(meets_difficulty(work, effective_difficulty(ctx, netuid)), errors.InvalidDifficulty)
    ensure_not_subnet_account(hotkey)
    owned = ctx.contains(storage.Owner, hotkey)
    ensure(not owned or ctx.get(storage.Owner, hotkey) == coldkey, errors.NonAssociatedColdKey)


def effective_difficulty(ctx: Context, netuid: int) -> int:
    """The difficulty within its bounds, at least 1; if the bounds cross, the lower one has
    priority."""
    ceiling = min(ctx.get(storage.Difficulty, netuid), ctx.get(storage.MaxDifficulty, netuid))
    return int(max(ceiling, ctx.get(storage.MinDifficulty, netuid), 1))


def _ensure_open(ctx: Context, netuid: int, hotkey: bytes) -> None:
    ensure_subnet_to_register_on(ctx, netuid)
    allowed = ctx.get(storage.NetworkRegistrationAllowed, netuid) and ctx.get(
        storage.NetworkPowRegistrationAllowed, netuid
    )
    ensure(allowed, errors.SubNetRegistrationDisabled)
    ensure(not is_registered(ctx, netuid, hotkey), errors.HotKeyAlreadyRegisteredInSubNet)
    ensure(ctx.get(storage.MaxAllowedUids, netuid) != 0, errors.NoNeuronIdAvailable)
    if _is_in_block(ctx):
        ensure_block_has_room(ctx, netuid)


def _is_in_block(ctx: Context) -> bool:
    """Whether a block is being executed; the pool's state still has the head's registration
    count."""
    return isinstance(ctx.get(system.storage.ExecutionPhase), tuple)


def _ensure_fresh(ctx: Context, work_block: int, hotkey: bytes) -> None:
    """Require work on one of the last four known blocks, later than the hotkey's last work."""
    age = ctx.block_number - work_block
    ensure(0 < age < MAX_WORK_AGE, errors.InvalidWorkBlock)
    last = ctx.get(pow_feature.storage.LastPowRegistrationBlock, hotkey)
    ensure(last is None or work_block > last, errors.InvalidWorkBlock)
    ensure(knows_block(ctx, work_block), errors.InvalidWorkBlock)
