"""The limits that hold on the whole chain."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.constants import subtensor as constants
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage_many
from btsdk.storage import subtensor


@dataclass(frozen=True)
class ChainLimits:
    """Bounds and rate limits of the whole chain.

    Tempos, windows and rate limits are in blocks, activity cutoff factors in thousandths of a
    tempo, takes in parts of 65,535. `owner_rate_limit` and `weights_version_rate_limit` are in
    tempos of the subnet.
    """

    min_tempo: int
    max_tempo: int
    min_activity_cutoff_factor: int
    max_activity_cutoff_factor: int
    min_activity_cutoff: int
    max_epochs_per_block: int
    admin_freeze_window: int
    owner_rate_limit: int
    weights_version_rate_limit: int
    tx_rate_limit: int
    delegate_take_rate_limit: int
    childkey_take_rate_limit: int
    network_rate_limit: int
    start_call_delay: int
    network_immunity_period: int
    max_subnets: int
    max_mechanisms: int
    min_delegate_take: int
    max_delegate_take: int
    min_childkey_take: int
    max_childkey_take: int


_STORED = {
    "min_activity_cutoff": subtensor.MinActivityCutoff,
    "max_epochs_per_block": subtensor.MaxEpochsPerBlock,
    "admin_freeze_window": subtensor.AdminFreezeWindow,
    "owner_rate_limit": subtensor.OwnerHyperparamRateLimit,
    "weights_version_rate_limit": subtensor.WeightsVersionKeyRateLimit,
    "tx_rate_limit": subtensor.TxRateLimit,
    "delegate_take_rate_limit": subtensor.TxDelegateTakeRateLimit,
    "childkey_take_rate_limit": subtensor.TxChildkeyTakeRateLimit,
    "network_rate_limit": subtensor.NetworkRateLimit,
    "start_call_delay": subtensor.StartCallDelay,
    "network_immunity_period": subtensor.NetworkImmunityPeriod,
    "max_subnets": subtensor.SubnetLimit,
    "max_mechanisms": subtensor.MaxMechanismCount,
    "min_delegate_take": subtensor.MinDelegateTake,
    "max_delegate_take": subtensor.MaxDelegateTake,
    "min_childkey_take": subtensor.MinChildkeyTake,
    "max_childkey_take": subtensor.MaxChildkeyTake,
}
_FIXED = {
    "min_tempo": constants.MinTempo,
    "max_tempo": constants.MaxTempo,
    "min_activity_cutoff_factor": constants.MinActivityCutoffFactorMilli,
    "max_activity_cutoff_factor": constants.MaxActivityCutoffFactorMilli,
}


def limits(at: BlockContext) -> Program[ChainLimits]:
    """The limits of the chain, in one call."""
    found = yield from storage_many(at, [(item, ()) for item in _STORED.values()])
    fixed = {name: constant(at, item) for name, item in _FIXED.items()}
    return ChainLimits(**fixed, **dict(zip(_STORED, found, strict=True)))
