"""`NeuronInfo` and `NeuronInfoLite`: one neuron, or all of a subnet.

Rank, trust and pruning score are no longer computed; they are 0, 0 and 65,535.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from chain_spec.pallets.subtensor import storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_stake
from local_node.runtime.pallets.subtensor.subnets.mechanism import storage_index
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at
from local_node.runtime.pallets.subtensor.subnets.serving.endpoints import (
    axon_info,
    prometheus_info,
)
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists

Neuron = dict[str, Any]

_VECTORS: tuple[tuple[str, Any, Any], ...] = (
    ("active", storage.Active, False),
    ("emission", storage.Emission, 0),
    ("consensus", storage.Consensus, 0),
    ("validator_trust", storage.ValidatorTrust, 0),
    ("dividends", storage.Dividends, 0),
    ("validator_permit", storage.ValidatorPermit, False),
)
# Stored by storage index: those of the subnet's first mechanism are shown.
_MECHANISM_VECTORS: tuple[tuple[str, Any, Any], ...] = (
    ("incentive", storage.Incentive, 0),
    ("last_update", storage.LastUpdate, 0),
)


def get_neurons(ctx: Context, netuid: int) -> list[Neuron]:
    return [_with_rows(ctx, netuid, neuron) for neuron in get_neurons_lite(ctx, netuid)]


def get_neuron(ctx: Context, netuid: int, uid: int) -> Neuron | None:
    neuron = get_neuron_lite(ctx, netuid, uid)
    return None if neuron is None else _with_rows(ctx, netuid, neuron)


def get_neurons_lite(ctx: Context, netuid: int) -> list[Neuron]:
    """In the order of uids, up to the first slot without a hotkey."""
    if not subnet_exists(ctx, netuid):
        return []
    vectors = _vectors(ctx, netuid)
    neurons = []
    for uid in range(ctx.get(storage.SubnetworkN, netuid)):
        if not ctx.contains(storage.Keys, (netuid, uid)):
            break
        neurons.append(_neuron(ctx, netuid, uid, vectors))
    return neurons


def get_neuron_lite(ctx: Context, netuid: int, uid: int) -> Neuron | None:
    if not subnet_exists(ctx, netuid) or not ctx.contains(storage.Keys, (netuid, uid)):
        return None
    return _neuron(ctx, netuid, uid, _vectors(ctx, netuid))


def _vectors(ctx: Context, netuid: int) -> list[tuple[str, list[Any], Any]]:
    """All per-uid vectors, read once for all neurons."""
    index = storage_index(netuid)
    own = [(name, ctx.get(item, netuid), missing) for name, item, missing in _VECTORS]
    return own + [
        (name, ctx.get(item, index), missing) for name, item, missing in _MECHANISM_VECTORS
    ]


def _neuron(
    ctx: Context, netuid: int, uid: int, vectors: Sequence[tuple[str, list[Any], Any]]
) -> Neuron:
    hotkey = ctx.get(storage.Keys, (netuid, uid))
    coldkey = ctx.get(storage.Owner, hotkey)
    return {
        "hotkey": hotkey,
        "coldkey": coldkey,
        "uid": uid,
        "netuid": netuid,
        "axon_info": axon_info(ctx, netuid, hotkey),
        "prometheus_info": prometheus_info(ctx, netuid, hotkey),
        "stake": [(coldkey, hotkey_stake(ctx, hotkey, netuid))],
        "rank": 0,
        "trust": 0,
        "pruning_score": 0xFFFF,
        **{name: at(vector, uid, missing) for name, vector, missing in vectors},
    }


def _with_rows(ctx: Context, netuid: int, neuron: Neuron) -> Neuron:
    key = (storage_index(netuid), neuron["uid"])
    rows = {
        name: [(uid, value) for uid, value in ctx.get(item, key) if value]
        for name, item in (("weights", storage.Weights), ("bonds", storage.Bonds))
    }
    return {**neuron, **rows}
