"""`SelectiveMetagraph`: the fields of a metagraph that a client requests by number.

The result contains only the requested fields: even the netuid is 0 unless field 0 was requested (a
mechanism's result always contains it). Unknown numbers are ignored.
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
    STAKE_FIELDS,
    Answer,
    Read,
    mechanism_fields,
)
from local_node.runtime.pallets.subtensor.rpc_info.subnet_state import stake_columns
from local_node.runtime.pallets.subtensor.staking.stake_weight import stake_weight_of_hotkey
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import at
from local_node.runtime.pallets.subtensor.subnets.subnet import subnet_exists


def _identity(ctx: Context, netuid: int) -> Some:
    """The subnet's identity; None inside a result differs from a missing result."""
    return Some(ctx.get(storage.SubnetIdentitiesV3, netuid))


def _validators(ctx: Context, netuid: int) -> list[int]:
    """Uids with a permit and more than the stake threshold, by ascending stake."""
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
    """Each account's commitment as stored, SCALE-encoded."""
    item = commitments.storage.CommitmentOf
    encode = ctx.schema.storage(item).encode
    return [(account, list(encode(value))) for account, value in ctx.iter(item, netuid)]


# By number: the fields of the metagraph, then two more.
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
    """With the mechanism's own updates and incentives; its existence is not checked."""
    if not subnet_exists(ctx, netuid):
        return None
    own = mechanism_fields(ctx, netuid, subid)
    return {**_EMPTY, **_read(ctx, netuid, metagraph_indexes, own), "netuid": netuid}


def _read(
    ctx: Context, netuid: int, indexes: Sequence[int], own: Mapping[str, Any]
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    stakes: Mapping[str, Any] = {}
    for index in indexes:
        if index < len(_READERS):
            name, read = _READERS[index]
            if name in STAKE_FIELDS and not stakes:
                stakes = stake_columns(ctx, netuid)  # one loop over the neurons for all three
            known = stakes if name in STAKE_FIELDS else own
            fields[name] = known[name] if name in known else read(ctx, netuid)
    return fields
