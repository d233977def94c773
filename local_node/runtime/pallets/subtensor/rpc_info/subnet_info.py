"""`SubnetInfo` in both versions, and single values of a subnet."""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.epoch_schedule import next_epoch_block
from local_node.runtime.pallets.subtensor.rpc_info.subnet_fields import MAX_WEIGHT_LIMIT
from local_node.runtime.pallets.subtensor.subnets.lifecycle.network_pruning import network_to_prune
from local_node.runtime.pallets.subtensor.subnets.subnet import (
    all_netuids,
    subnet_account,
    subnet_exists,
)

Answer = dict[str, Any]

_FIGURES = (
    ("rho", storage.Rho),
    ("kappa", storage.Kappa),
    ("difficulty", storage.Difficulty),
    ("immunity_period", storage.ImmunityPeriod),
    ("max_allowed_validators", storage.MaxAllowedValidators),
    ("min_allowed_weights", storage.MinAllowedWeights),
    ("scaling_law_power", storage.ScalingLawPower),
    ("subnetwork_n", storage.SubnetworkN),
    ("max_allowed_uids", storage.MaxAllowedUids),
    ("blocks_since_last_step", storage.BlocksSinceLastStep),
    ("tempo", storage.Tempo),
    ("burn", storage.Burn),
    ("owner", storage.SubnetOwner),
)


def get_subnet_info(ctx: Context, netuid: int) -> Answer | None:
    if not subnet_exists(ctx, netuid):
        return None
    return {**_common(ctx, netuid), "emission_values": 0}


def get_subnets_info(ctx: Context) -> list[Answer | None]:
    return [get_subnet_info(ctx, netuid) for netuid in _living(ctx)]


def get_subnet_info_v2(ctx: Context, netuid: int) -> Answer | None:
    if not subnet_exists(ctx, netuid):
        return None
    identity = ctx.get(storage.SubnetIdentitiesV3, netuid)
    return {**_common(ctx, netuid), "emission_value": 0, "identity": identity}


def get_subnets_info_v2(ctx: Context) -> list[Answer | None]:
    return [get_subnet_info_v2(ctx, netuid) for netuid in _living(ctx)]


def get_coldkey_auto_stake_hotkey(ctx: Context, coldkey: bytes, netuid: int) -> bytes | None:
    hotkey: bytes | None = ctx.get(storage.AutoStakeDestination, (coldkey, netuid))
    return hotkey


def get_subnet_to_prune(ctx: Context) -> int | None:
    return network_to_prune(ctx)


def get_subnet_account_id(ctx: Context, netuid: int) -> bytes | None:
    return subnet_account(ctx, netuid)


def get_next_epoch_start_block(ctx: Context, netuid: int) -> int | None:
    """The block of the next epoch, triggered or by tempo, or None if the tempo is 0."""
    return next_epoch_block(ctx, netuid)


def _living(ctx: Context) -> list[int]:
    return sorted(netuid for netuid in all_netuids(ctx) if subnet_exists(ctx, netuid))


def _common(ctx: Context, netuid: int) -> Answer:
    """The common part of both versions; network modality and connections no longer exist."""
    answer = {name: ctx.get(item, netuid) for name, item in _FIGURES}
    fixed = {
        "netuid": netuid,
        "max_weights_limit": MAX_WEIGHT_LIMIT,
        "network_modality": 0,
        "network_connect": [],
    }
    return {**answer, **fixed}
