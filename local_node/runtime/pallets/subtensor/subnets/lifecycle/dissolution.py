"""The dissolution of a subnet: stakers are paid from its pool, then its storage is deleted.

The history stays: `RegisteredSubnetCounter` keeps counting, and the recycled amount that the payout
leaves is recorded before its entry is deleted with the rest.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets import commitments
from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame import Context, ensure
from local_node.runtime.pallets.subtensor.staking.exchange.dissolve_stakes import (
    destroy_alpha_in_out_stakes,
)
from local_node.runtime.pallets.subtensor.staking.locks.positions import destroy_locks
from local_node.runtime.pallets.subtensor.staking.root_claims.dividends import (
    finalize_subnet_dividends,
)
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_indices
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, subnet_exists
from local_node.runtime.pallets.swap.pool import clear_protocol_liquidity

# By netuid alone.
_PER_SUBNET: tuple[Any, ...] = (
    storage.SubnetworkN,
    storage.NetworkRegisteredAt,
    storage.Active,
    storage.Emission,
    storage.Consensus,
    storage.Dividends,
    storage.ValidatorPermit,
    storage.ValidatorTrust,
    storage.Tempo,
    storage.Kappa,
    storage.Difficulty,
    storage.MaxAllowedUids,
    storage.ImmunityPeriod,
    storage.ActivityCutoff,
    storage.ActivityCutoffFactorMilli,
    storage.LastEpochBlock,
    storage.PendingEpochAt,
    storage.SubnetEpochIndex,
    storage.MinAllowedWeights,
    storage.RegistrationsThisInterval,
    storage.POWRegistrationsThisInterval,
    storage.BurnRegistrationsThisInterval,
    storage.SubnetAlphaInEmission,
    storage.SubnetAlphaOutEmission,
    storage.SubnetTaoInEmission,
    storage.SubnetVolume,
    storage.SubnetMovingPrice,
    storage.SubnetTaoFlow,
    storage.SubnetEmaTaoFlow,
    storage.SubnetProtocolFlow,
    storage.SubnetEmaProtocolFlow,
    storage.SubnetExcessTao,
    storage.SubnetRootSellTao,
    storage.TokenSymbol,
    storage.SubnetMechanism,
    storage.SubnetOwnerHotkey,
    storage.NetworkRegistrationAllowed,
    storage.NetworkPowRegistrationAllowed,
    storage.TransferToggle,
    storage.SubnetLocked,
    storage.LargestLocked,
    storage.FirstEmissionBlockNumber,
    storage.PendingValidatorEmission,
    storage.PendingServerEmission,
    storage.PendingRootAlphaDivs,
    storage.PendingOwnerCut,
    storage.MinerBurned,
    storage.BlocksSinceLastStep,
    storage.LastMechansimStepBlock,
    storage.LastAdjustmentBlock,
    storage.ServingRateLimit,
    storage.Rho,
    storage.AlphaSigmoidSteepness,
    storage.MaxAllowedValidators,
    storage.BondsMovingAverage,
    storage.BondsPenalty,
    storage.BondsResetOn,
    storage.WeightsSetRateLimit,
    storage.ValidatorPruneLen,
    storage.ScalingLawPower,
    storage.TargetRegistrationsPerInterval,
    storage.CommitRevealWeightsEnabled,
    storage.BurnHalfLife,
    storage.BurnIncreaseMult,
    storage.Burn,
    storage.MinBurn,
    storage.MaxBurn,
    storage.MinDifficulty,
    storage.MaxDifficulty,
    storage.RegistrationsThisBlock,
    storage.EMAPriceHalvingBlocks,
    storage.RAORecycledForRegistration,
    storage.MaxRegistrationsPerBlock,
    storage.WeightsVersionKey,
    storage.LiquidAlphaOn,
    storage.Yuma3On,
    storage.AlphaValues,
    storage.SubtokenEnabled,
    storage.OwnerCutAutoLockEnabled,
    storage.ImmuneOwnerUidsLimit,
    storage.StakeWeight,
    storage.LoadedEmission,
)
# By netuid first.
_PER_SUBNET_MAPS: tuple[Any, ...] = (
    storage.BlockAtRegistration,
    storage.Axons,
    storage.NeuronCertificates,
    storage.Prometheus,
    storage.AlphaDividendsPerSubnet,
    storage.PendingChildKeys,
    storage.AssociatedEvmAddress,
)
# By a mechanism's storage index, alone or first.
_PER_MECHANISM: tuple[Any, ...] = (storage.LastUpdate, storage.Incentive)
_PER_MECHANISM_MAPS: tuple[Any, ...] = (
    storage.WeightCommits,
    storage.TimelockedWeightCommits,
    storage.CRV3WeightCommits,
    storage.CRV3WeightCommitsV2,
    storage.Bonds,
    storage.Weights,
)
# By hotkey, then netuid: all entries must be read.
_PER_HOTKEY: tuple[Any, ...] = (
    storage.ChildkeyTake,
    storage.ChildKeys,
    storage.ParentKeys,
    storage.LastHotkeyEmissionOnNetuid,
    storage.TotalHotkeyAlphaLastEpoch,
    storage.TransactionKeyLastBlock,
)
_COMMITMENT_MAPS: tuple[Any, ...] = (
    commitments.storage.CommitmentOf,
    commitments.storage.LastCommitment,
    commitments.storage.LastBondsReset,
    commitments.storage.RevealedCommitments,
    commitments.storage.UsedSpaceOf,
)


def dissolve(ctx: Context, netuid: int) -> None:
    """Dissolve the subnet; the root network cannot be dissolved."""
    ensure(subnet_exists(ctx, netuid) and netuid != ROOT, errors.SubnetNotExists)
    finalize_subnet_dividends(ctx, netuid)
    destroy_alpha_in_out_stakes(ctx, netuid)
    clear_protocol_liquidity(ctx, netuid)
    _purge_commitments(ctx, netuid)
    remove_network(ctx, netuid)
    ctx.emit(events.NetworkRemoved, netuid)


def remove_network(ctx: Context, netuid: int) -> None:
    """Delete the subnet's storage, after its TAO was paid out."""
    ctx.remove(storage.SubnetOwner, netuid)
    ctx.remove(storage.NetworksAdded, netuid)
    ctx.set(storage.TotalNetworks, max(ctx.get(storage.TotalNetworks) - 1, 0))
    _forget_neurons(ctx, netuid)
    _zero_root_weights(ctx, netuid)
    for item in _PER_SUBNET:
        ctx.remove(item, netuid)
    for item in _PER_SUBNET_MAPS:
        ctx.clear_prefix(item, netuid)
    _forget_mechanisms(ctx, netuid)
    ctx.clear_prefix(storage.LastHotkeySwapOnNetuid, netuid)
    _forget_identity(ctx, netuid)
    for item in _PER_HOTKEY:
        _forget_of_every_hotkey(ctx, item, netuid)
    _forget_lease(ctx, netuid)
    destroy_locks(ctx, netuid)


def _forget_neurons(ctx: Context, netuid: int) -> None:
    hotkeys = list(ctx.values(storage.Keys, netuid))
    ctx.clear_prefix(storage.Uids, netuid)
    ctx.clear_prefix(storage.Keys, netuid)
    for hotkey in hotkeys:
        ctx.remove(storage.IsNetworkMember, (hotkey, netuid))


def _zero_root_weights(ctx: Context, netuid: int) -> None:
    for uid, row in list(ctx.iter(storage.Weights, ROOT)):
        cleared = [(target, 0 if target == netuid else weight) for target, weight in row]
        ctx.put(storage.Weights, (ROOT, uid), cleared)


def _forget_mechanisms(ctx: Context, netuid: int) -> None:
    for index in storage_indices(ctx, netuid):
        for item in _PER_MECHANISM:
            ctx.remove(item, index)
        for item in _PER_MECHANISM_MAPS:
            ctx.clear_prefix(item, index)
    for item in (
        storage.RevealPeriodEpochs,
        storage.MechanismCountCurrent,
        storage.MechanismEmissionSplit,
    ):
        ctx.remove(item, netuid)


def _forget_identity(ctx: Context, netuid: int) -> None:
    if ctx.contains(storage.SubnetIdentitiesV3, netuid):
        ctx.remove(storage.SubnetIdentitiesV3, netuid)
        ctx.emit(events.SubnetIdentityRemoved, netuid)


def _forget_of_every_hotkey(ctx: Context, item: Any, netuid: int) -> None:
    for key in [key for key in ctx.keys(item) if key[1] == netuid]:
        ctx.remove(item, key)


def _forget_lease(ctx: Context, netuid: int) -> None:
    lease = ctx.take(storage.SubnetUidToLeaseId, netuid)
    if lease is not None:
        ctx.remove(storage.SubnetLeases, lease)
        ctx.clear_prefix(storage.SubnetLeaseShares, lease)
        ctx.remove(storage.AccumulatedLeaseDividends, lease)


def _purge_commitments(ctx: Context, netuid: int) -> None:
    for item in _COMMITMENT_MAPS:
        ctx.clear_prefix(item, netuid)
    index = ctx.get(commitments.storage.TimelockedIndex)
    ctx.set(commitments.storage.TimelockedIndex, [key for key in index if key[0] != netuid])
