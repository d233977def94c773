"""The drand beacon as the chain knows it, and the keys of the MEV shield."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.constants import aura
from btsdk.integers import whole
from btsdk.reads.weights import Clock, Opening, Rounds
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import constant, storage, storage_many
from btsdk.storage import drand, mev_shield, timestamp


@dataclass(frozen=True)
class ShieldKeys:
    """The chain's keys for sealed extrinsics (ML-KEM-768): that of this block, and the one to seal
    to now. None where it has none."""

    current: bytes | None
    next: bytes | None


def last_drand_round(at: BlockContext) -> Program[int]:
    """The last round of the beacon whose pulse the chain has; 0 for none."""
    return (yield from storage(at, drand.LastStoredRound))


def shield_keys(at: BlockContext) -> Program[ShieldKeys]:
    """The keys of the MEV shield."""
    current, following = yield from storage_many(
        at, [(mev_shield.CurrentKey, ()), (mev_shield.NextKey, ())]
    )
    return ShieldKeys(current, following)


def opening_in_blocks(at: BlockContext, blocks: int) -> Program[Opening]:
    """The opening of data that is sealed for this many blocks, if no slot stays empty."""
    blocks = whole(blocks, "blocks", 1)
    public_key, rounds, clock, stored = yield from _beacon(at)
    block = at.number + blocks
    running = rounds.running_at(clock.now)
    wanted = max(rounds.running_at(clock.moment(block)), running + 1)
    return Opening(public_key, wanted, block, stored, running)


def opening_in_rounds(at: BlockContext, count: int) -> Program[Opening]:
    """The opening of data that is sealed for this many rounds of the beacon."""
    count = whole(count, "rounds", 1)
    public_key, rounds, clock, stored = yield from _beacon(at)
    running = rounds.running_at(clock.now)
    wait = rounds.begin(running + count) - clock.now
    block = at.number + max(-(-wait // clock.slot), 1)
    return Opening(public_key, running + count, block, stored, running)


def _beacon(at: BlockContext) -> Program[tuple[bytes, Rounds, Clock, int]]:
    config, stored, now = yield from storage_many(
        at, [(drand.BeaconConfig, ()), (drand.LastStoredRound, ()), (timestamp.Now, ())]
    )
    rounds = Rounds(config["genesis_time"] * 1000, config["period"] * 1000)
    clock = Clock(now, at.number, constant(at, aura.SlotDuration))
    return config["public_key"], rounds, clock, stored
