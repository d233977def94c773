"""The input of an epoch from storage, with masked weights and bonds.

Masked are weights of neurons without a permit, weights of a neuron on itself (except the owner's),
weights on neurons that registered after the weights were set or, with commit-reveal, after the
oldest unrevealed commit, and bonds on neurons that registered after the last epoch.
"""

from __future__ import annotations

from typing import NamedTuple

from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I32F32, I64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.epoch.yuma import EpochInput, Liquid
from local_node.runtime.pallets.subtensor.staking.stake_weight import stake_weights_of_subnet
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import owner_uid, padded_last_update
from local_node.runtime.pallets.subtensor.subnets.weights.commits import is_expired

_U16_MAX = (1 << 16) - 1
_NEVER = (1 << 64) - 1

Rows = list[list[tuple[int, int]]]


class Neurons(NamedTuple):
    """The data shared by all mechanisms of a subnet, by uid."""

    hotkeys: dict[int, bytes]
    registered: list[int]
    raw_stake: list[int]
    stake: list[int]
    owner: int | None

    @property
    def size(self) -> int:
        """The number of neurons."""
        return len(self.registered)


def read_neurons(ctx: Context, netuid: int) -> Neurons:
    """Read keys, registration blocks and stakes."""
    hotkeys = dict(ctx.iter(storage.Keys, netuid))
    registered = [
        ctx.get(storage.BlockAtRegistration, (netuid, uid)) if uid in hotkeys else 0
        for uid in range(ctx.get(storage.SubnetworkN, netuid))
    ]
    owner = owner_uid(ctx, netuid)
    weights = stake_weights_of_subnet(ctx, netuid)
    least = ctx.get(storage.StakeThreshold)
    counted = [
        weight.total_bits if uid == owner or weight.total >= least else 0
        for uid, weight in enumerate(weights)
    ]
    raw = [weight.total for weight in weights]
    return Neurons(hotkeys, registered, raw, _normalized_stake(counted), owner)


def read_epoch(ctx: Context, netuid: int, index: int, neurons: Neurons) -> EpochInput:
    """The input of one mechanism's epoch; ``index`` is its storage index."""
    updated = padded_last_update(ctx, index)
    permits = _permits(ctx, netuid, neurons.owner)
    cutoff = _activity_cutoff(ctx, netuid)
    return EpochInput(
        stake=neurons.stake,
        inactive=[min(block + cutoff, _NEVER) < ctx.block_number for block in updated],
        forbidden=[not permit for permit in permits],
        max_validators=ctx.get(storage.MaxAllowedValidators, netuid),
        owner_uid=neurons.owner,
        weights=_weights(ctx, netuid, index, neurons, permits, updated),
        bonds=_bonds(ctx, netuid, index, neurons),
        kappa=_u16_proportion(ctx.get(storage.Kappa, netuid)),
        bonds_penalty=_u16_proportion(ctx.get(storage.BondsPenalty, netuid)),
        bonds_alpha=_bonds_alpha(ctx, netuid),
        yuma3=ctx.get(storage.Yuma3On, netuid),
        liquid=_liquid(ctx, netuid),
    )


def _normalized_stake(stakes: list[int]) -> list[int]:
    """``I64F64`` stakes divided by their sum, as ``I32F32``."""
    total = I64F64.wrap(sum(stakes))
    if total:
        stakes = [I64F64.safe_div(stake, total) for stake in stakes]
    return [I32F32.from_fixed(stake, I64F64) for stake in stakes]


def _permits(ctx: Context, netuid: int, owner: int | None) -> list[bool]:
    permits = ctx.get(storage.ValidatorPermit, netuid)
    if owner is not None and owner < len(permits):
        permits[owner] = True
    return permits


def _activity_cutoff(ctx: Context, netuid: int) -> int:
    """The activity cutoff in blocks, stored in thousandths of a tempo."""
    factor = ctx.get(storage.ActivityCutoffFactorMilli, netuid)
    return max(int(factor * ctx.get(storage.Tempo, netuid) // 1000), 1)


def _weights(
    ctx: Context,
    netuid: int,
    index: int,
    neurons: Neurons,
    permits: list[bool],
    updated: list[int],
) -> Rows:
    rows: Rows = [[] for _ in range(neurons.size)]
    committed = _oldest_commits(ctx, netuid, index, neurons)
    registered, owner, size = neurons.registered, neurons.owner, neurons.size
    for uid, row in ctx.iter(storage.Weights, index):
        if uid >= size or uid >= len(permits) or not permits[uid]:
            continue
        last, commit = updated[uid], committed.get(uid, _NEVER)
        rows[uid] = [
            (j, weight)
            for j, weight in row
            if j < size
            and (j != uid or uid == owner)
            and registered[j] < last
            and registered[j] <= commit
        ]
    return rows


def _bonds(ctx: Context, netuid: int, index: int, neurons: Neurons) -> Rows:
    rows: Rows = [[] for _ in range(neurons.size)]
    since = _last_epoch(ctx, netuid)
    registered, size = neurons.registered, neurons.size
    for uid, row in ctx.iter(storage.Bonds, index):
        if uid < size:
            rows[uid] = [(j, b) for j, b in row if j < size and registered[j] < since]
    return rows


def _last_epoch(ctx: Context, netuid: int) -> int:
    """The block after the last epoch, or one tempo ago before the first."""
    last = ctx.get(storage.LastMechansimStepBlock, netuid)
    if last:
        return int(last + 1)
    return int(max(0, ctx.block_number - ctx.get(storage.Tempo, netuid)))


def _oldest_commits(ctx: Context, netuid: int, index: int, neurons: Neurons) -> dict[int, int]:
    """The block of each neuron's oldest commit that may still be revealed, by uid."""
    if not ctx.get(storage.CommitRevealWeightsEnabled, netuid):
        return {}
    uids = {hotkey: uid for uid, hotkey in neurons.hotkeys.items()}
    oldest: dict[int, int] = {}
    for hotkey, commits in ctx.iter(storage.WeightCommits, index):
        for commit in commits or ():
            if not is_expired(ctx, netuid, commit[1]):
                _note_commit(oldest, uids.get(hotkey), commit[2])
                break
    for epoch, timelocked in ctx.iter(storage.TimelockedWeightCommits, index):
        if not is_expired(ctx, netuid, epoch):
            for hotkey, block, *_ in timelocked:
                _note_commit(oldest, uids.get(hotkey), block)
    return oldest


def _note_commit(oldest: dict[int, int], uid: int | None, block: int) -> None:
    if uid is not None:
        oldest[uid] = min(oldest.get(uid, _NEVER), block)


def _bonds_alpha(ctx: Context, netuid: int) -> int:
    """One minus the bonds' moving average, which is stored in millionths."""
    average = I64F64.from_int(ctx.get(storage.BondsMovingAverage, netuid))
    kept = I64F64.safe_div(average, I64F64.from_int(1_000_000))
    return I32F32.sub(I32F32.one, I32F32.from_fixed(kept, I64F64))


def _liquid(ctx: Context, netuid: int) -> Liquid | None:
    if not ctx.get(storage.LiquidAlphaOn, netuid):
        return None
    low, high = ctx.get(storage.AlphaValues, netuid)
    steepness = I32F32.from_int(ctx.get(storage.AlphaSigmoidSteepness, netuid))
    return Liquid(_u16_proportion(low), _u16_proportion(high), steepness)


def _u16_proportion(value: int) -> int:
    return I32F32.safe_div(I32F32.from_int(value), I32F32.from_int(_U16_MAX))
