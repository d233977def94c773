"""Commitments of two miners, and pulses of the development beacon."""

from __future__ import annotations

from typing import Any

from btsdk.timelock import encryption
from chain_spec.pallets import commitments
from local_node.embedded.drand_beacon import DevelopmentBeacon
from local_node.runtime.frame import Context
from tests.unit.local_node.runtime.pallets.calling import dispatch, key

NETUID = 1


MINER, OTHER, STRANGER = key(1), key(2), key(3)


BEACON = DevelopmentBeacon()


storage, errors = commitments.storage, commitments.errors


def commit(ctx: Context, *fields: Any, who: Any = MINER, netuid: int = NETUID) -> None:
    info = {"fields": list(fields)}
    dispatch(ctx, who, "Commitments", "set_commitment", netuid=netuid, info=info)


def raw(size: int) -> Any:
    return (f"Raw{size}", b"x" * size)


def locked(message: bytes, number: int) -> Any:
    content = encryption.encrypt(message, number, BEACON.public_key)
    return ("TimelockEncrypted", {"encrypted": content, "reveal_round": number})


def used(ctx: Context, who: bytes = MINER) -> int:
    usage = ctx.get(storage.UsedSpaceOf, (NETUID, who))
    assert usage is not None
    return int(usage["used_space"])
