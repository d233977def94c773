"""The creation of a subnet: the checks, the lock, the initial pool.

The creator's lock becomes the pool's TAO, with alpha at the median price of the other subnets, so a
new token is neither cheap nor expensive. If the chain is full, the weakest subnet past its immunity
period is dissolved first.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.arithmetic.fixed import U64F64
from local_node.runtime.frame import Context, DispatchFailure, ensure, fail
from local_node.runtime.pallets.subtensor import rate_limits
from local_node.runtime.pallets.subtensor.coinbase.tao import (
    can_spend,
    recycle_tao,
    transfer_tao_to_subnet,
)
from local_node.runtime.pallets.subtensor.features import has_pow, open_proof_of_work
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import (
    create_account_if_missing,
    hotkey_exists,
    owns,
)
from local_node.runtime.pallets.subtensor.staking.children.relations import (
    set_root_validators_for_subnet,
)
from local_node.runtime.pallets.subtensor.staking.pool.prices import median_alpha_price
from local_node.runtime.pallets.subtensor.subnets.identity.fields import is_valid_subnet_identity
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import next_available_symbol
from local_node.runtime.pallets.subtensor.subnets.lifecycle.dissolution import dissolve
from local_node.runtime.pallets.subtensor.subnets.lifecycle.lock_cost import network_lock_cost
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_pruning import network_to_prune
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    DYNAMIC_MECHANISM,
    account_id,
    ensure_not_subnet_account,
    existing_subnets,
    next_netuid,
    set_owner_hotkey,
)

Identity = Mapping[str, bytes]

# The initial values of a new subnet that differ from the pallet's defaults.
_MAX_UIDS = 256
_MAX_VALIDATORS = 64
_MIN_WEIGHTS = 1
_IMMUNITY_PERIOD = 5000
_INITIAL_BURN = 1_000_000_000
_U64_MAX = (1 << 64) - 1

# Written even if they are the default, so that clients find them in storage.
_EXPLICIT = (
    storage.Kappa,
    storage.ActivityCutoff,
    storage.RegistrationsThisInterval,
)


def create_network(ctx: Context, coldkey: bytes, hotkey: bytes, identity: Identity | None) -> int:
    """Create a subnet with the hotkey as its first neuron; return its netuid."""
    _ensure_may_create(ctx, coldkey, hotkey)
    pruned = _subnet_to_replace(ctx)
    lock = network_lock_cost(ctx)
    ensure(can_spend(ctx, coldkey, lock), errors.CannotAffordLockCost)

    if pruned is not None:
        dissolve(ctx, pruned)
    netuid = next_netuid(ctx) if pruned is None else pruned
    price = median_alpha_price(ctx)
    init_network(ctx, netuid, storage.Tempo.default(ctx.profile, ctx.features))
    locked = _lock(ctx, coldkey, netuid, lock)
    _enrol_owner(ctx, coldkey, hotkey, netuid)
    _name(ctx, netuid)
    _fill_pool(ctx, coldkey, hotkey, netuid, locked, price)
    _set_identity(ctx, netuid, identity)
    # The chain only logs a failure here: the subnet then starts without root parents.
    with suppress(DispatchFailure), ctx.transaction():
        set_root_validators_for_subnet(ctx, netuid)
    ctx.emit(events.NetworkAdded, netuid, DYNAMIC_MECHANISM)
    ctx.put(storage.SubnetEmissionEnabled, netuid, False)
    return netuid


def init_network(ctx: Context, netuid: int, tempo: int) -> None:
    """Write the subnet's initial parameters."""
    ctx.put(storage.SubnetworkN, netuid, 0)
    ctx.put(storage.NetworksAdded, netuid, True)
    ctx.put(storage.Tempo, netuid, tempo)
    # So that subnets created in one block do not all run their epochs in the same block.
    stagger = netuid % max(tempo, 1)
    ctx.put(storage.LastEpochBlock, netuid, max(ctx.block_number - stagger, 0))
    ctx.set(storage.TotalNetworks, min(ctx.get(storage.TotalNetworks) + 1, 0xFFFF))
    _set_parameters(ctx, netuid)
    if has_pow(ctx):
        open_proof_of_work(ctx, netuid)
    for item in _EXPLICIT:
        if not ctx.contains(item, netuid):
            ctx.put(item, netuid, ctx.get(item, netuid))


def _set_parameters(ctx: Context, netuid: int) -> None:
    ctx.put(storage.NetworkRegistrationAllowed, netuid, True)
    ctx.emit(events.RegistrationAllowed, netuid, True)
    ctx.put(storage.MaxAllowedUids, netuid, _MAX_UIDS)
    ctx.emit(events.MaxAllowedUidsSet, netuid, _MAX_UIDS)
    ctx.put(storage.MaxAllowedValidators, netuid, _MAX_VALIDATORS)
    ctx.emit(events.MaxAllowedValidatorsSet, netuid, _MAX_VALIDATORS)
    ctx.put(storage.MinAllowedWeights, netuid, _MIN_WEIGHTS)
    ctx.emit(events.MinAllowedWeightSet, netuid, _MIN_WEIGHTS)
    ctx.put(storage.ImmunityPeriod, netuid, _IMMUNITY_PERIOD)
    ctx.emit(events.ImmunityPeriodSet, netuid, _IMMUNITY_PERIOD)
    ctx.put(storage.Yuma3On, netuid, True)
    ctx.put(storage.Burn, netuid, _INITIAL_BURN)
    ctx.put(storage.SubnetEmissionEnabled, netuid, True)


def _ensure_may_create(ctx: Context, coldkey: bytes, hotkey: bytes) -> None:
    ensure(
        not hotkey_exists(ctx, hotkey) or owns(ctx, coldkey, hotkey),
        errors.NonAssociatedColdKey,
    )
    ensure_not_subnet_account(hotkey)
    opens_at = ctx.get(storage.NetworkRegistrationStartBlock)
    ensure(ctx.block_number >= opens_at, errors.SubNetRegistrationDisabled)
    ensure(rate_limits.REGISTER_NETWORK.passes(ctx, coldkey), errors.NetworkTxRateLimitExceeded)


def _subnet_to_replace(ctx: Context) -> int | None:
    """The subnet that a new one replaces, or None while there is room."""
    if len(existing_subnets(ctx)) < ctx.get(storage.SubnetLimit):
        return None
    netuid = network_to_prune(ctx)
    if netuid is None:
        raise fail(errors.SubnetLimitReached)
    return netuid


def _lock(ctx: Context, coldkey: bytes, netuid: int, lock: int) -> int:
    """Move the lock to the subnet's account, and record it for the price of the next subnet."""
    locked: int = transfer_tao_to_subnet(ctx, netuid, coldkey, lock)
    ctx.set(storage.NetworkLastLockCost, locked)
    rate_limits.REGISTER_NETWORK.record(ctx, coldkey)
    return locked


def _enrol_owner(ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int) -> None:
    create_account_if_missing(ctx, coldkey, hotkey)
    append_neuron(ctx, netuid, hotkey, ctx.block_number)
    ctx.put(storage.SubnetMechanism, netuid, DYNAMIC_MECHANISM)
    ctx.put(storage.NetworkRegisteredAt, netuid, ctx.block_number)
    counter = ctx.get(storage.RegisteredSubnetCounter, netuid)
    ctx.put(storage.RegisteredSubnetCounter, netuid, min(counter + 1, _U64_MAX))


def _name(ctx: Context, netuid: int) -> None:
    ctx.put(storage.TokenSymbol, netuid, next_available_symbol(ctx, netuid))


def _fill_pool(
    ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int, locked: int, price: int
) -> None:
    """Fill the pool; `price` of one alpha in TAO is a U64F64."""
    tao = max(locked, ctx.get(storage.NetworkMinLockCost))
    alpha = U64F64.to_u64(U64F64.floor(U64F64.safe_div(U64F64.from_int(tao), price)))
    recycled = max(locked - tao, 0)
    ctx.put(storage.SubnetTAO, netuid, tao)
    ctx.put(storage.SubnetAlphaIn, netuid, alpha)
    ctx.put(storage.SubnetOwner, netuid, coldkey)
    set_owner_hotkey(ctx, netuid, hotkey)
    ctx.put(storage.SubnetLocked, netuid, locked)
    ctx.put(storage.SubnetAlphaOut, netuid, 0)
    ctx.put(storage.SubnetVolume, netuid, 0)
    ctx.put(storage.RAORecycledForRegistration, netuid, recycled)
    if recycled:
        recycle_tao(ctx, account_id(netuid), recycled)
    ctx.set(storage.TotalStake, min(ctx.get(storage.TotalStake) + tao, _U64_MAX))


def _set_identity(ctx: Context, netuid: int, identity: Identity | None) -> None:
    if identity is not None:
        ensure(is_valid_subnet_identity(identity), errors.InvalidIdentity)
        ctx.put(storage.SubnetIdentitiesV3, netuid, dict(identity))
        ctx.emit(events.SubnetIdentitySet, netuid)
