"""Several operations in one extrinsic, signed once and paid once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.errors import UsageError
from btsdk.ops.raw import RawCall
from btsdk.reads.balances import balance
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import together
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import Parts
from btsdk.units import Tao

__all__ = ["Batch", "ForceBatch"]


@dataclass(frozen=True)
class Batch:
    """Operations in order. `atomic`: all of them or none (`Utility.batch_all`).

    Otherwise those before the first failure stand (`Utility.batch`). Each is looked at as if it
    came first; only the TAO that they spend is added up.
    """

    operations: Sequence[Wanted]
    atomic: bool = True

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        name = "batch_all" if self.atomic else "batch"
        return (yield from _drafted(name, self.operations, at, origin))


@dataclass(frozen=True)
class ForceBatch:
    """Operations in order, each standing for itself: one that fails stops no other.

    `Utility.force_batch` itself succeeds in any case: what became of each operation is in the
    receipt's `parts`, in the same order.
    """

    operations: Sequence[Wanted]

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        return (yield from _drafted("force_batch", self.operations, at, origin))


def _drafted(
    name: str, operations: Sequence[Wanted], at: BlockContext, origin: str
) -> Program[Draft]:
    if not operations:
        raise UsageError("a batch of nothing")
    drafts = yield from together([drafted(operation, at, origin) for operation in operations])
    if any(draft.finish is not None for draft in drafts):
        raise UsageError("a proof of work cannot wait for the others: send it by itself")
    call = RawCall(
        "Utility", name, {"calls": [enclosed(draft.call, at.metadata) for draft in drafts]}
    )
    spends = sum((draft.spends for draft in drafts if draft.spends is not None), Tao.from_rao(0))
    refusals = _refusals(name, drafts)
    if not refusals and name != "force_batch":
        refusals = yield from _sum_refusals(at, origin, drafts, spends)
    warnings = _warnings(drafts)
    if name == "force_batch":
        warnings += yield from _sum_warnings(at, origin, spends)
    # Of a `force_batch` too dear as a whole, a part may still go through.
    if_short = "" if name == "force_batch" else _if_short(drafts)
    return Draft(
        call,
        _effects(drafts),
        warnings,
        spends=spends,
        announced=tuple(one for draft in drafts for one in draft.announced),
        expects=(Parts(tuple(draft.expects for draft in drafts)),),
        refusals=refusals,
        if_short=if_short,
    )


def _if_short(drafts: Sequence[Draft]) -> str:
    return next((draft.if_short for draft in drafts if draft.spends), "")


def _effects(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """What all do; where each begins its number stands, to which warnings refer."""
    if len(drafts) == 1:
        return drafts[0].effects
    return tuple(
        f"{number}. {effect}" if place == 0 else effect
        for number, draft in enumerate(drafts, 1)
        for place, effect in enumerate(draft.effects)
    )


def _refusals(name: str, drafts: Sequence[Draft]) -> tuple[Refusal, ...]:
    """A `force_batch` goes on without what is refused: it comes to nothing where all of it is."""
    refused = [(number, draft) for number, draft in enumerate(drafts, 1) if draft.refusals]
    if not refused or (name == "force_batch" and len(refused) < len(drafts)):
        return ()
    found = [(number, refusal) for number, draft in refused for refusal in draft.refusals]
    about_all = len({refusal for _, refusal in found}) == 1 and len(refused) == len(drafts)
    if about_all:
        return (found[0][1],)
    return tuple(Refusal(one.code, f"{number}. {one.reason}") for number, one in found)


def _warnings(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Each warning once, with the numbers of those that it is about where that is not all."""
    about: dict[str, list[int]] = {}
    for number, draft in enumerate(drafts, 1):
        for warning in draft.warnings:
            about.setdefault(warning, []).append(number)
    return tuple(
        warning
        if len(numbers) == len(drafts)
        else f"{', '.join(f'{number}.' for number in numbers)} {warning}"
        for warning, numbers in about.items()
    )


def _sum_refusals(
    at: BlockContext, origin: str, drafts: Sequence[Draft], spends: Tao
) -> Program[tuple[Refusal, ...]]:
    """Each part alone may be within the balance, and all of them together not."""
    reasons = yield from _sum_warnings(at, origin, spends)
    return tuple(Refusal(_if_short(drafts), reason) for reason in reasons)


def _sum_warnings(at: BlockContext, origin: str, spends: Tao) -> Program[tuple[str, ...]]:
    """The same of parts that stand for themselves: those at the end fail."""
    if not spends:
        return ()
    held = yield from balance(at, origin)
    if held.transferable >= spends:
        return ()
    return (f"together they take {spends:,}, and the account can move {held.transferable:,}",)
