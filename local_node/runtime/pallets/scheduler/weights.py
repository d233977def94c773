"""The weights of servicing, and the meter that limits it.

The numbers are those of the pallet's own benchmarks; Subtensor's release may have slightly
different ones. They decide how much fits into a block, but no fee depends on them.
"""

from __future__ import annotations

from chain_spec.pallets import scheduler as declared
from local_node.runtime.frame import Context, Weight
from local_node.runtime.pallets.system import limits
from local_node.runtime.weights.cost import Weights

_AGENDAS = Weights(4_002_000, proof_size=1_489, reads=1, writes=1)
_AGENDA = Weights(3_258_412, proof_size=110_487, reads=1, writes=1)
_AGENDA_SLOT = Weights(457_723)
_TASK = Weights(3_490_000)
_FETCHED = Weights(21_269_000, proof_size=4_197_809, reads=3, writes=2)
_FETCHED_BYTE = Weights(1_640)
_NAMED = Weights(4_954_000, writes=1)
_PERIODIC = Weights(3_401_000)
_SIGNED = Weights(9_407_000, proof_size=3_997, reads=2)
_UNSIGNED = Weights(2_440_000)
_RETRY = Weights(12_904_309, proof_size=110_487, reads=1, writes=2)
_RETRY_SLOT = Weights(10_704)


class Meter:
    """A weight limit, and the weight used."""

    def __init__(self, limit: Weight) -> None:
        self._limit = limit
        self.consumed = Weight(0)

    def fits(self, weight: Weight) -> bool:
        """Whether the weight is left, in both dimensions."""
        return not self.consumed.plus(weight).exceeds(self._limit)

    def consume(self, weight: Weight) -> bool:
        """Use the weight if it is left; return whether it was."""
        if not self.fits(weight):
            return False
        self.consumed = self.consumed.plus(weight)
        return True


def block_meter(ctx: Context) -> Meter:
    """The rest of the block's weight, at most the scheduler's part of it."""
    maximum = ctx.constant(declared.constants.MaximumWeight)
    part = Weight(maximum["ref_time"], maximum["proof_size"])
    return Meter(limits.max_block(ctx).minus(limits.consumed(ctx)).lowest(part))


def agendas() -> Weight:
    """The check for due agendas."""
    return _AGENDAS.times(1)


def agenda(slots: int) -> Weight:
    """The service of one agenda."""
    return _AGENDA.times(1).plus(_AGENDA_SLOT.times(slots))


def task(length: int | None, *, named: bool, periodic: bool) -> Weight:
    """The service of one task, with `length` bytes to look up."""
    base = _TASK.times(1)
    total = base
    if length is not None:
        total = _FETCHED.times(1).plus(_FETCHED_BYTE.times(length))
    if named:
        total = total.plus(_NAMED.times(1).minus(base))
    if periodic:
        total = total.plus(_PERIODIC.times(1).minus(base))
    return total


def dispatch(signed: bool) -> Weight:
    """The dispatch of a call, without the call."""
    return (_SIGNED if signed else _UNSIGNED).times(1)


def retry(slots: int) -> Weight:
    """The retry of a failed task."""
    return _RETRY.times(1).plus(_RETRY_SLOT.times(slots))
