"""The mechanisms of a subnet, and their shares of its emission."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.errors import SubnetNotFound
from btsdk.integers import netuid_of
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import subtensor

SPLIT_TOTAL = 65_535
"""The parts into which a subnet's emission is divided among its mechanisms."""


@dataclass(frozen=True)
class Mechanisms:
    """The number of mechanisms, the most that the chain allows, and their shares of the emission in
    parts of 65,535; `split` is None where they are equal."""

    netuid: int
    count: int
    most: int
    split: tuple[int, ...] | None

    @property
    def shares(self) -> tuple[int, ...]:
        """One share for each mechanism; what equal shares leave over goes to the first."""
        given = self.split
        if given is None:
            given = (SPLIT_TOTAL // self.count,) * self.count
        shares = [*given, *(0 for _ in range(self.count))][: self.count]
        shares[0] += SPLIT_TOTAL - sum(shares)
        return tuple(shares)


def mechanisms(at: BlockContext, netuid: int) -> Program[Mechanisms]:
    """The mechanisms of a subnet; raises `SubnetNotFound`."""
    netuid = netuid_of(netuid)
    exists, count, most, split = yield from storage_many(
        at,
        [
            (subtensor.NetworksAdded, (netuid,)),
            (subtensor.MechanismCountCurrent, (netuid,)),
            (subtensor.MaxMechanismCount, ()),
            (subtensor.MechanismEmissionSplit, (netuid,)),
        ],
    )
    if not exists:
        raise SubnetNotFound(netuid)
    return Mechanisms(netuid, count, most, None if split is None else tuple(split))
