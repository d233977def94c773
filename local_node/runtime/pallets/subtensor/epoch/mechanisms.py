"""The epoch of a subnet: Yuma for each mechanism, stored scores, emission by hotkey.

Emission is split between mechanisms. Results that exist once per subnet (consensus, dividends,
permits …) are the mean over mechanisms, weighted by their emission. Invariant: hotkeys are in the
order of their accounts.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from chain_spec.pallets.subtensor import events, storage
from local_node.runtime.arithmetic.fixed import I32F32, I96F32, U64F64
from local_node.runtime.frame.context import Context
from local_node.runtime.pallets.subtensor.epoch.inputs import Neurons, read_epoch, read_neurons
from local_node.runtime.pallets.subtensor.epoch.math import to_u16
from local_node.runtime.pallets.subtensor.epoch.yuma import (
    EpochInput,
    EpochScores,
    run_yuma,
)
from local_node.runtime.pallets.subtensor.subnets.mechanism import split_emission, storage_index
from local_node.runtime.pallets.subtensor.voting_power import update_voting_power

_U64_MAX = (1 << 64) - 1
_FEW_WEIGHTS = 256


class HotkeyEmission(NamedTuple):
    """The earnings of a hotkey as server and as validator, in rao of alpha."""

    hotkey: bytes
    servers: int
    validators: int


class MechanismTerms(NamedTuple):
    """A neuron's results; proportions are normalised to 65,535, emissions are rao of alpha."""

    uid: int
    dividend: int = 0
    incentive: int = 0
    validator_emission: int = 0
    server_emission: int = 0
    stake_weight: int = 0
    active: bool = False
    emission: int = 0
    consensus: int = 0
    validator_trust: int = 0
    permit: bool = False
    stake: int = 0


def epoch_with_mechanisms(ctx: Context, netuid: int, emission: int) -> list[HotkeyEmission]:
    """Run the epoch of every mechanism on its part of the emission."""
    neurons = read_neurons(ctx, netuid)
    combined: dict[bytes, MechanismTerms] = {}
    for mechanism, part in enumerate(split_emission(ctx, netuid, emission)):
        terms = _epoch_of_mechanism(ctx, netuid, mechanism, part, neurons)
        default = U64F64.one if mechanism == 0 else 0
        weight = U64F64.safe_div(U64F64.from_int(part), U64F64.from_int(emission), default)
        for hotkey, found in terms.items():
            before = combined.get(hotkey)
            combined[hotkey] = _combined(before or MechanismTerms(found.uid), found, weight)
    _store_subnet_terms(ctx, netuid, list(combined.values()))
    power = ((hotkey, terms.permit, terms.stake) for hotkey, terms in combined.items())
    update_voting_power(ctx, netuid, power)
    return [
        HotkeyEmission(hotkey, terms.server_emission, terms.validator_emission)
        for hotkey, terms in combined.items()
    ]


def _epoch_of_mechanism(
    ctx: Context, netuid: int, mechanism: int, emission: int, neurons: Neurons
) -> dict[bytes, MechanismTerms]:
    index = storage_index(netuid, mechanism)
    epoch = read_epoch(ctx, netuid, index, neurons)
    scores = _run(epoch)
    columns: dict[str, list[Any]] = {
        "dividend": [to_u16(value) for value in scores.dividends],
        "incentive": [to_u16(value) for value in scores.incentive],
        "validator_emission": _emissions(scores.validator_share, emission),
        "server_emission": _emissions(scores.server_share, emission),
        "stake_weight": [to_u16(value) for value in epoch.stake],
        "active": [not inactive for inactive in epoch.inactive],
        "emission": _emissions(scores.combined_share, emission),
        "consensus": [to_u16(value) for value in scores.consensus],
        "validator_trust": [to_u16(value) for value in scores.validator_trust],
        "permit": scores.permits,
        "stake": neurons.raw_stake,
    }
    _store_mechanism_terms(ctx, index, columns, scores)
    # A uid beyond the subnet's size, which only root can make, has zeros.
    return {
        hotkey: MechanismTerms(
            uid, **{name: column[uid] for name, column in columns.items() if uid < len(column)}
        )
        for hotkey, uid in sorted((hotkey, uid) for uid, hotkey in neurons.hotkeys.items())
    }


def _run(epoch: EpochInput) -> EpochScores:
    """Score with plain Python for few weights, with NumPy for many."""
    if sum(map(len, epoch.weights)) < _FEW_WEIGHTS:
        return run_yuma(epoch)
    # NumPy is imported on first use: that takes 0.1 s, and small local chains do not need it.
    from local_node.runtime.pallets.subtensor.epoch.fast_yuma import (  # noqa: PLC0415
        run_yuma_fast,
    )

    return run_yuma_fast(epoch)


def _emissions(shares: list[int], emission: int) -> list[int]:
    whole = I96F32.from_int(emission)
    return [I96F32.to_u64(I96F32.mul(I96F32.from_fixed(s, I32F32), whole)) for s in shares]


def _combined(before: MechanismTerms, found: MechanismTerms, weight: int) -> MechanismTerms:
    """A neuron's terms combined with those of one more mechanism."""
    return before._replace(
        dividend=_weighted(before.dividend, found.dividend, weight, 16),
        incentive=before.incentive or _weighted(0, found.incentive, weight, 16),
        validator_emission=min(before.validator_emission + found.validator_emission, _U64_MAX),
        server_emission=min(before.server_emission + found.server_emission, _U64_MAX),
        stake_weight=_weighted(before.stake_weight, found.stake_weight, weight, 16),
        active=before.active or found.active,
        emission=_weighted(before.emission, found.emission, weight, 64),
        consensus=_weighted(before.consensus, found.consensus, weight, 16),
        validator_trust=_weighted(before.validator_trust, found.validator_trust, weight, 16),
        permit=before.permit or found.permit,
        stake=min(before.stake + found.stake, _U64_MAX),
    )


def _weighted(before: int, added: int, weight: int, width: int) -> int:
    part = U64F64.mul(U64F64.from_int(added), weight)
    return U64F64.to_unsigned(U64F64.add(U64F64.from_int(before), part), width)


def _store_mechanism_terms(
    ctx: Context, index: int, columns: dict[str, list[Any]], scores: EpochScores
) -> None:
    """Store the results of one mechanism, with the bonds of the next validators only."""
    ctx.put(storage.Incentive, index, columns["incentive"])
    ctx.emit(
        events.IncentiveAlphaEmittedToMiners, netuid=index, emissions=columns["server_emission"]
    )
    for uid, row in enumerate(scores.bonds):
        ctx.put(storage.Bonds, (index, uid), row if scores.permits[uid] else [])


def _store_subnet_terms(ctx: Context, netuid: int, combined: list[MechanismTerms]) -> None:
    """Store the results of the subnet, by uid."""
    by_uid = sorted(combined, key=lambda terms: terms.uid)
    ctx.put(storage.Active, netuid, [terms.active for terms in by_uid])
    ctx.put(storage.Emission, netuid, [terms.emission for terms in by_uid])
    ctx.put(storage.Consensus, netuid, [terms.consensus for terms in by_uid])
    ctx.put(storage.Dividends, netuid, [terms.dividend for terms in by_uid])
    ctx.put(storage.ValidatorTrust, netuid, [terms.validator_trust for terms in by_uid])
    ctx.put(storage.ValidatorPermit, netuid, [terms.permit for terms in by_uid])
    ctx.put(storage.StakeWeight, netuid, [terms.stake_weight for terms in by_uid])
