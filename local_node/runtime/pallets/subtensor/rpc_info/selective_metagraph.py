"""`SelectiveMetagraph`: the fields of a metagraph that a client asks for, by number.

An answer holds nothing but what was asked for: even the netuid reads as 0 unless field 0 was (a
mechanism's answer always says it). Numbers that no field has are passed over.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from btsdk.scale.primitives import Some
from chain_spec.pallets import commitments
from chain_spec.pallets.subtensor import storage
from local_node.runtime.arithmetic.fixed import I64F64
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.rpc_info.metagraph import (
    FIELDS,
    Answer,
    Read,
    mechanism_fields,
)
from local_node.runtime.pallets.subtensor.staking.stake_weight import stake_weight_of_hotkey
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists


def _identity(ctx: Context, netuid: int) -> Some:
    """An answer that the subnet has no identity differs from no answer."""
    return Some(ctx.get(storage.SubnetIdentitiesV3, netuid))


def _validators(ctx: Context, netuid: int) -> list[int]:
    """Uids with a permit and more than the stake threshold, the smallest stake first."""
    permits = ctx.get(storage.ValidatorPermit, netuid)
    threshold = I64F64.from_int(ctx.get(storage.StakeThreshold))
    stakes = [
        (stake_weight_of_hotkey(ctx, hotkey, netuid).total_bits, uid)
        for uid, hotkey in ctx.iter(storage.Keys, netuid)
        if at(permits, uid, False)
    ]
    stakes.sort(key=lambda stake: stake[0])
    return [uid for stake, uid in stakes if stake > threshold]


def _commitments(ctx: Context, netuid: int) -> list[tuple[bytes, list[int]]]:
    """Each account's commitment as it lies in storage, SCALE-encoded."""
    item = commitments.storage.CommitmentOf
    encode = ctx.schema.storage(item).encode
    return [(account, list(encode(value))) for account, value in ctx.iter(item, netuid)]


# By number: those of the metagraph, then two of its own.
_READERS: tuple[tuple[str, Read], ...] = (
    *{**FIELDS, "identity": _identity}.items(),
    ("validators", _validators),
    ("commitments", _commitments),
)
_EMPTY: Answer = {"netuid": 0, **{name: None for name, _ in _READERS[1:]}}


def get_selective_metagraph(
    ctx: Context, netuid: int, metagraph_indexes: Sequence[int]
) -> Answer | None:
    if not subnet_exists(ctx, netuid):
        return None
    return {**_EMPTY, **_read(ctx, netuid, metagraph_indexes, {})}


def get_selective_mechagraph(
    ctx: Context, netuid: int, subid: int, metagraph_indexes: Sequence[int]
) -> Answer | None:
    """With the mechanism's own updates and incentives; whether it exists is not asked."""
    if not subnet_exists(ctx, netuid):
        return None
    own = mechanism_fields(ctx, netuid, subid)
    return {**_EMPTY, **_read(ctx, netuid, metagraph_indexes, own), "netuid": netuid}


def _read(
    ctx: Context, netuid: int, indexes: Sequence[int], own: Mapping[str, Any]
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for index in indexes:
        if index < len(_READERS):
            name, read = _READERS[index]
            fields[name] = own[name] if name in own else read(ctx, netuid)
    return fields
