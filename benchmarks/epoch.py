"""Yuma consensus on one core: `python -m benchmarks.epoch`.

The best CPU time of several runs of a subnet's whole epoch on a chain in memory: neurons, weights
and bonds are read and decoded, scored, and the scores written.
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from chain_spec.chains import load
from chain_spec.pallets.subtensor import storage
from local_node.chain.chain import Chain
from local_node.chain.host import Host
from local_node.runtime.bundled import runtime
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.epoch.mechanisms import epoch_with_mechanisms
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.state.store import Store

TURNS = 5
NETUID = 1
TAO = 10**9
U16_MAX = 65_535


@dataclass(frozen=True)
class Subject:
    """A subnet with a number of validators, and the number of neurons that each of them weights."""

    name: str
    validators: int
    neurons: int
    row: int
    liquid_alpha: bool
    at_most: float
    """The target in CPU seconds."""


SUBJECTS = (
    Subject("64 by 256, Yuma 3 with liquid alpha", 64, 256, 256, True, 0.25),
    Subject("64 by 256, Yuma 3", 64, 256, 256, False, 0.1),
    Subject("4,096 neurons with sparse rows", 64, 4096, 64, True, 2.0),
)


def main() -> None:
    spec = load("dev")
    chain = Chain.open(spec, Store(None))
    executive = runtime(spec.interface)

    def fresh() -> Context:
        return executive.context(Host(executive).externalities(chain.state()))

    for subject in SUBJECTS:
        seconds = min(measured(subject, fresh) for _ in range(TURNS))
        figure = {"seconds": round(seconds, 4), "at_most": subject.at_most}
        print(json.dumps({"epoch": subject.name, **figure}))


def measured(subject: Subject, fresh: Callable[[], Context]) -> float:
    """The CPU seconds of one epoch, in a fresh context without decoded values."""
    ctx = fresh()
    build(ctx, subject)
    begun = time.process_time()
    epoch_with_mechanisms(ctx, NETUID, TAO)
    ctx.flush()
    return time.process_time() - begun


def build(ctx: Context, subject: Subject) -> None:
    """Give the subnet its neurons, stakes, weights and bonds."""
    chance = random.Random(subject.name)
    ctx.put(storage.Yuma3On, NETUID, True)
    ctx.put(storage.LiquidAlphaOn, NETUID, subject.liquid_alpha)
    ctx.put(storage.MaxAllowedValidators, NETUID, subject.validators)
    ctx.set(storage.StakeThreshold, 0)
    for uid in range(ctx.get(storage.SubnetworkN, NETUID), subject.neurons):
        append_neuron(ctx, NETUID, hotkey(uid), ctx.block_number)
    validators = range(subject.neurons - subject.validators, subject.neurons)
    for uid in validators:
        stake = chance.randrange(TAO, 1000 * TAO)
        increase_stake(ctx, hotkey(uid), hotkey(uid), NETUID, stake)
        for item in (storage.Weights, storage.Bonds):
            ctx.put(item, (NETUID, uid), row(chance, subject))
    permits = [uid in validators for uid in range(subject.neurons)]
    ctx.put(storage.ValidatorPermit, NETUID, permits)


def hotkey(uid: int) -> bytes:
    """A made-up key."""
    return uid.to_bytes(2, "big") * 16


def row(chance: random.Random, subject: Subject) -> list[tuple[int, int]]:
    """A row of proportions for some neurons."""
    uids = sorted(chance.sample(range(subject.neurons), subject.row))
    return [(uid, chance.randrange(1, U16_MAX + 1)) for uid in uids]


if __name__ == "__main__":
    main()
