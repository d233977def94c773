"""An entry of a weight table: a base, database accesses, and terms that depend on the arguments.

The weigher adds the weights of inner calls (`inner`, `each`), as it has all tables.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, NamedTuple

from btsdk.frozen import Frozen
from local_node.runtime.frame.weight import READ, WRITE, Weight

Kind = Literal["Normal", "Operational", "Mandatory", "Inner"]
"""The dispatch class; `Inner`: that of the inner call."""

Pays = Literal["Yes", "No", "Inner", "AnyInner"]
"""Whether a fee is paid; `Inner`: as for the inner call, `AnyInner`: if any inner call pays."""

Args = Mapping[str, Any]
EncodedCallLength = Callable[[Any], int]


class Weights(NamedTuple):
    """Time in picoseconds, proof in bytes, and database accesses."""

    ref_time: int
    proof_size: int = 0
    reads: int = 0
    writes: int = 0

    def times(self, count: int) -> Weight:
        time = self.ref_time + self.reads * READ + self.writes * WRITE
        return Weight(time * count, self.proof_size * count)


class Length(NamedTuple):
    """The number of items or bytes in an argument."""

    argument: str

    def of(self, args: Args, encoded: EncodedCallLength) -> int:
        return len(args[self.argument])


class Number(NamedTuple):
    """The value of a numeric argument."""

    argument: str
    plus: int = 0

    def of(self, args: Args, encoded: EncodedCallLength) -> int:
        return int(args[self.argument]) + self.plus


class EncodedLength(NamedTuple):
    """The encoded length of an argument that is a call."""

    argument: str

    def of(self, args: Args, encoded: EncodedCallLength) -> int:
        return encoded(args[self.argument])


Measure = Length | Number | EncodedLength


class Cost(NamedTuple):
    """The weight of a call; see the module."""

    ref_time: int
    proof_size: int = 0
    reads: int = 0
    writes: int = 0
    per: tuple[tuple[Measure, Weights], ...] = ()
    inner: tuple[str, ...] = ()
    """The arguments that are calls, or None."""
    each: str = ""
    """The argument that is a list of calls."""
    declared: str = ""
    """The argument that is a weight."""
    kind: Kind = "Normal"
    pays: Pays = "Yes"

    def own(self, args: Args, encoded: EncodedCallLength) -> Weight:
        """The weight without inner calls and declared weights."""
        base = Weights(self.ref_time, self.proof_size, self.reads, self.writes).times(1)
        for measure, weights in self.per:
            base = base.plus(weights.times(measure.of(args, encoded)))
        return base

    def chosen(self, args: Args) -> Cost:
        return self


class Choice(Frozen):
    """One of two costs, by a boolean argument."""

    argument: str
    then: Cost
    otherwise: Cost

    def chosen(self, args: Args) -> Cost:
        return self.then if args[self.argument] else self.otherwise


CostTable = Mapping[str, Cost | Choice]
