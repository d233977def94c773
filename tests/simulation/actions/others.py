"""Several calls as one."""

from __future__ import annotations

from tests.simulation.actions.choices import Choices, Signed
from tests.simulation.actions.money import transfer
from tests.simulation.actions.stakes import add_stake
from tests.simulation.world import call


def batch(on: Choices) -> Signed:
    inner = [transfer(on)[1], add_stake(on)[1], transfer(on)[1]]
    name = on.chance.choice(("batch", "batch_all", "force_batch"))
    return on.coldkey(), call("Utility", name, calls=inner)
