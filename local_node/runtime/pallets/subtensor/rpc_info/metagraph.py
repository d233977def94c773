"""`Metagraph`: everything about a subnet and its neurons.

Each field has its reader in `FIELDS`, in the order of the field numbers that clients request
(`selective_metagraph`). Values that the chain no longer computes are 0 or empty.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.subnet_fields import (
    MAX_WEIGHT_LIMIT,
    activity_cutoff_blocks,
    blocks_since_last_step,
    pending_alpha_emission,
)
from local_node.runtime.pallets.subtensor.rpc_info.subnet_state import (
    hotkeys_by_uid,
    registration_blocks,
    stake_columns,
)
from local_node.runtime.pallets.subtensor.subnets.identity.symbols import name_of
from local_node.runtime.pallets.subtensor.subnets.mechanism import (
    mechanism_exists,
    storage_index,
)
from local_node.runtime.pallets.subtensor.subnets.serving.endpoints import axon_info
from local_node.runtime.pallets.subtensor.subnets.subnet import all_netuids, subnet_exists

Answer = dict[str, Any]
Read = Callable[[Context, int], Any]


def _stored(item: Any) -> Read:
    return lambda ctx, netuid: ctx.get(item, netuid)


def _first_mechanism(item: Any) -> Read:
    return lambda ctx, netuid: ctx.get(item, storage_index(netuid))


def _symbol(ctx: Context, netuid: int) -> list[int]:
    symbol = ctx.get(storage.TokenSymbol, netuid)
    return list(symbol)


def _zero(_ctx: Context, _netuid: int) -> int:
    return 0


def _nothing(_ctx: Context, _netuid: int) -> list[Any]:
    return []


def _coldkeys(ctx: Context, netuid: int) -> list[bytes]:
    return [ctx.get(storage.Owner, hotkey) for hotkey in hotkeys_by_uid(ctx, netuid)]


def _identities(ctx: Context, netuid: int) -> list[Any]:
    return [ctx.get(storage.IdentitiesV2, coldkey) for coldkey in _coldkeys(ctx, netuid)]


def _axons(ctx: Context, netuid: int) -> list[Any]:
    return [axon_info(ctx, netuid, hotkey) for hotkey in hotkeys_by_uid(ctx, netuid)]


def _stake(column: str) -> Read:
    return lambda ctx, netuid: stake_columns(ctx, netuid)[column]


def _tao_dividends(ctx: Context, netuid: int) -> list[tuple[bytes, int]]:
    return [(hotkey, 0) for hotkey in hotkeys_by_uid(ctx, netuid)]


def _alpha_dividends(ctx: Context, netuid: int) -> list[tuple[bytes, int]]:
    item = storage.AlphaDividendsPerSubnet
    return [(hotkey, ctx.get(item, (netuid, hotkey))) for hotkey in hotkeys_by_uid(ctx, netuid)]


FIELDS: dict[str, Read] = {
    "netuid": lambda _ctx, netuid: netuid,
    "name": lambda ctx, netuid: list(name_of(ctx, netuid)),
    "symbol": _symbol,
    "identity": _stored(storage.SubnetIdentitiesV3),
    "network_registered_at": _stored(storage.NetworkRegisteredAt),
    "owner_hotkey": _stored(storage.SubnetOwnerHotkey),
    "owner_coldkey": _stored(storage.SubnetOwner),
    "block": lambda ctx, _netuid: ctx.block_number,
    "tempo": _stored(storage.Tempo),
    "last_step": _stored(storage.LastMechansimStepBlock),
    "blocks_since_last_step": blocks_since_last_step,
    "subnet_emission": _zero,
    "alpha_in": _stored(storage.SubnetAlphaIn),
    "alpha_out": _stored(storage.SubnetAlphaOut),
    "tao_in": _stored(storage.SubnetTAO),
    "alpha_out_emission": _stored(storage.SubnetAlphaOutEmission),
    "alpha_in_emission": _stored(storage.SubnetAlphaInEmission),
    "tao_in_emission": _stored(storage.SubnetTaoInEmission),
    "pending_alpha_emission": pending_alpha_emission,
    "pending_root_emission": _zero,
    "subnet_volume": _stored(storage.SubnetVolume),
    "moving_price": _stored(storage.SubnetMovingPrice),
    "rho": _stored(storage.Rho),
    "kappa": _stored(storage.Kappa),
    "min_allowed_weights": _stored(storage.MinAllowedWeights),
    "max_weights_limit": lambda _ctx, _netuid: MAX_WEIGHT_LIMIT,
    "weights_version": _stored(storage.WeightsVersionKey),
    "weights_rate_limit": _stored(storage.WeightsSetRateLimit),
    "activity_cutoff": activity_cutoff_blocks,
    "max_validators": _stored(storage.MaxAllowedValidators),
    "num_uids": _stored(storage.SubnetworkN),
    "max_uids": _stored(storage.MaxAllowedUids),
    "burn": _stored(storage.Burn),
    "difficulty": _stored(storage.Difficulty),
    "registration_allowed": _stored(storage.NetworkRegistrationAllowed),
    "pow_registration_allowed": _stored(storage.NetworkPowRegistrationAllowed),
    "immunity_period": _stored(storage.ImmunityPeriod),
    "min_difficulty": _stored(storage.MinDifficulty),
    "max_difficulty": _stored(storage.MaxDifficulty),
    "min_burn": _stored(storage.MinBurn),
    "max_burn": _stored(storage.MaxBurn),
    "adjustment_alpha": _stored(storage.AdjustmentAlpha),
    "adjustment_interval": _stored(storage.AdjustmentInterval),
    "target_regs_per_interval": _stored(storage.TargetRegistrationsPerInterval),
    "max_regs_per_block": _stored(storage.MaxRegistrationsPerBlock),
    "serving_rate_limit": _stored(storage.ServingRateLimit),
    "commit_reveal_weights_enabled": _stored(storage.CommitRevealWeightsEnabled),
    "commit_reveal_period": _stored(storage.RevealPeriodEpochs),
    "liquid_alpha_enabled": _stored(storage.LiquidAlphaOn),
    "alpha_high": lambda ctx, netuid: ctx.get(storage.AlphaValues, netuid)[1],
    "alpha_low": lambda ctx, netuid: ctx.get(storage.AlphaValues, netuid)[0],
    "bonds_moving_avg": _stored(storage.BondsMovingAverage),
    "hotkeys": hotkeys_by_uid,
    "coldkeys": _coldkeys,
    "identities": _identities,
    "axons": _axons,
    "active": _stored(storage.Active),
    "validator_permit": _stored(storage.ValidatorPermit),
    "pruning_score": _nothing,
    "last_update": _first_mechanism(storage.LastUpdate),
    "emission": _stored(storage.Emission),
    "dividends": _stored(storage.Dividends),
    "incentives": _first_mechanism(storage.Incentive),
    "consensus": _stored(storage.Consensus),
    "trust": _nothing,
    "rank": _nothing,
    "block_at_registration": registration_blocks,
    "alpha_stake": _stake("alpha_stake"),
    "tao_stake": _stake("tao_stake"),
    "total_stake": _stake("total_stake"),
    "tao_dividends_per_hotkey": _tao_dividends,
    "alpha_dividends_per_hotkey": _alpha_dividends,
}
STAKE_FIELDS = ("alpha_stake", "tao_stake", "total_stake")


def get_metagraph(ctx: Context, netuid: int) -> Answer | None:
    if not subnet_exists(ctx, netuid):
        return None
    # The three stake columns come from one loop over the neurons.
    answer = {name: read(ctx, netuid) for name, read in FIELDS.items() if name not in STAKE_FIELDS}
    return {**answer, **stake_columns(ctx, netuid)}


def get_all_metagraphs(ctx: Context) -> list[Answer | None]:
    return [get_metagraph(ctx, netuid) for netuid in all_netuids(ctx)]


def get_mechagraph(ctx: Context, netuid: int, mecid: int) -> Answer | None:
    """The metagraph with one mechanism's updates and incentives, and its storage index."""
    if not mechanism_exists(ctx, netuid, mecid):
        return None
    answer = get_metagraph(ctx, netuid)
    return None if answer is None else {**answer, **mechanism_fields(ctx, netuid, mecid)}


def get_all_mechagraphs(ctx: Context) -> list[Answer | None]:
    return [
        get_mechagraph(ctx, netuid, mechanism)
        for netuid in all_netuids(ctx)
        for mechanism in range(ctx.get(storage.MechanismCountCurrent, netuid))
    ]


def mechanism_fields(ctx: Context, netuid: int, mechanism: int) -> Answer:
    """The fields that differ between the mechanisms of a subnet."""
    index = storage_index(netuid, mechanism)
    return {
        "netuid": index,
        "last_update": ctx.get(storage.LastUpdate, index),
        "incentives": ctx.get(storage.Incentive, index),
    }
