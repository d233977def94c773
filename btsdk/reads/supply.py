"""The supply of TAO: issuance, stake, the emission of a block, and the halvings.

A block emits one TAO, halved each time the issuance passes the next half of what is left of the
21 million. The issuance decides, not the height: recycled TAO postpones a halving.
"""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.integers import whole
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many
from btsdk.storage import balances, subtensor
from btsdk.units import RAO, Tao

MAXIMUM = Tao.from_rao(21_000_000 * RAO)
"""There is never more TAO than this."""

HALVINGS = RAO.bit_length()
"""After so many halvings a block emits less than a rao, that is nothing."""

_FRACTION = 1 << 32  # the chain computes with 32 binary places


@dataclass(frozen=True)
class Halving:
    """A halving, from the first on (`number`). Blocks emit `emission` once the issuance has reached
    `issuance`; `block` is the first such block if nothing is recycled before."""

    number: int
    issuance: Tao
    emission: Tao
    block: int


@dataclass(frozen=True)
class Supply:
    """The supply at one block.

    `issuance` is what the chain counts for emission; `accounts` is the TAO on all accounts, stake
    included; `staked` is the TAO in the pools of subnets and on root. `block_emission` is the
    emission of the next block.
    """

    block: int
    issuance: Tao
    accounts: Tao
    staked: Tao
    block_emission: Tao

    @property
    def maximum(self) -> Tao:
        """The 21 million TAO that will be issued at most."""
        return MAXIMUM

    @property
    def remaining(self) -> Tao:
        """The TAO that is still to be issued."""
        return max(MAXIMUM - self.issuance, Tao.from_rao(0))

    @property
    def next_halving(self) -> Halving | None:
        """The next halving; None once nothing is emitted any more."""
        found = self.halvings(1)
        return found[0] if found else None

    def halvings(self, count: int = HALVINGS) -> tuple[Halving, ...]:
        """The next halvings, at most `count`."""
        count = whole(count, "count", 0)
        issued, block = self.issuance.rao, self.block
        passed = halvings_at(issued)
        found = []
        for number in range(passed + 1, min(passed + count, HALVINGS) + 1):
            wanted = threshold(number)
            emission = RAO >> (number - 1)
            block += -(-(wanted - issued) // emission)
            issued += -(-(wanted - issued) // emission) * emission
            amount = Tao.from_rao(RAO >> number)
            found.append(Halving(number, Tao.from_rao(wanted), amount, block + 1))
        return tuple(found)


def supply(at: BlockContext) -> Program[Supply]:
    """Issuance, stake, the emission of a block and the halvings."""
    issuance, accounts, staked = yield from storage_many(
        at,
        [
            (subtensor.TotalIssuance, ()),
            (balances.TotalIssuance, ()),
            (subtensor.TotalStake, ()),
        ],
    )
    return Supply(
        block=at.number,
        issuance=Tao.from_rao(issuance),
        accounts=Tao.from_rao(accounts),
        staked=Tao.from_rao(staked),
        block_emission=Tao.from_rao(emission_at(issuance)),
    )


def emission_at(issuance: int) -> int:
    """The emission of a block, in rao, at an issuance in rao."""
    return 0 if issuance >= MAXIMUM.rao else RAO >> halvings_at(issuance)


def halvings_at(issuance: int) -> int:
    """How many halvings there have been at an issuance in rao."""
    if issuance >= MAXIMUM.rao:
        return HALVINGS
    left = _FRACTION - issuance * _FRACTION // MAXIMUM.rao
    return min((_FRACTION // left).bit_length() - 1, HALVINGS)


def threshold(number: int) -> int:
    """The issuance, in rao, with which a halving takes effect."""
    return MAXIMUM.rao - (MAXIMUM.rao >> number)
