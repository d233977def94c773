"""Several operations in one extrinsic, signed once and paid once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.errors import UsageError
from btsdk.ops.raw import RawCall
from btsdk.reads.balances import balance
from btsdk.rpc.effects import Program
from btsdk.rpc.together import together
from btsdk.state.pinned import At
from btsdk.tx.operation import Draft, Operation, enclosed
from btsdk.tx.outcome import Parts
from btsdk.units import Tao


@dataclass(frozen=True)
class Batch:
    """Operations in order. `atomic`: all of them or none (`Utility.batch_all`).

    Otherwise those before the first failure stand (`Utility.batch`). Each is looked at as if it
    came first; only the TAO that they spend is added up.
    """

    operations: Sequence[Operation]
    atomic: bool = True

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        name = "batch_all" if self.atomic else "batch"
        return (yield from _drafted(name, self.operations, at, origin))


@dataclass(frozen=True)
class ForceBatch:
    """Operations in order, each standing for itself: one that fails stops no other.

    `Utility.force_batch` itself succeeds in any case: what became of each operation is in the
    receipt's `parts`, in the same order.
    """

    operations: Sequence[Operation]

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        return (yield from _drafted("force_batch", self.operations, at, origin))


def _drafted(name: str, operations: Sequence[Operation], at: At, origin: str) -> Program[Draft]:
    if not operations:
        raise UsageError("a batch of nothing")
    drafts = yield from together([operation.draft(at, origin) for operation in operations])
    if any(draft.finish is not None for draft in drafts):
        raise UsageError("a proof of work cannot wait for the others: send it by itself")
    call = RawCall(
        "Utility", name, {"calls": [enclosed(draft.call, at.metadata) for draft in drafts]}
    )
    spends = sum((draft.spends for draft in drafts if draft.spends is not None), Tao.from_rao(0))
    warnings = _warnings(drafts) + (yield from _sum_warnings(at, origin, spends))
    expects = (Parts(tuple(draft.expects for draft in drafts)),)
    return Draft(call, _effects(drafts), warnings, spends=spends, expects=expects)


def _effects(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """What all do; where each begins its number stands, to which warnings refer."""
    if len(drafts) == 1:
        return drafts[0].effects
    return tuple(
        f"{number}. {effect}" if place == 0 else effect
        for number, draft in enumerate(drafts, 1)
        for place, effect in enumerate(draft.effects)
    )


def _warnings(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Each warning once, with the numbers of those that it is about where that is not all."""
    about: dict[str, list[int]] = {}
    for number, draft in enumerate(drafts, 1):
        for warning in dict.fromkeys(draft.warnings):
            about.setdefault(warning, []).append(number)
    return tuple(
        warning
        if len(numbers) == len(drafts)
        else f"{', '.join(f'{number}.' for number in numbers)} {warning}"
        for warning, numbers in about.items()
    )


def _sum_warnings(at: At, origin: str, spends: Tao) -> Program[tuple[str, ...]]:
    """Each part alone may be within the balance, and all of them together not."""
    if not spends:
        return ()
    held = yield from balance(at, origin)
    if held.transferable >= spends:
        return ()
    return (f"together they take {spends}, and the account can move {held.transferable}",)
