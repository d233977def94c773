"""Batches: several operations in one extrinsic, with one signature and one fee."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.errors import UsageError
from btsdk.ops.raw import RawCall
from btsdk.reads.balances import balance
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal, Wanted, drafted, enclosed
from btsdk.tx.outcome import Parts
from btsdk.units import Tao

__all__ = ["Batch", "ForceBatch"]


@dataclass(frozen=True)
class Batch:
    """Operations in order. With `atomic`, all of them succeed or none does (`Utility.batch_all`).

    Otherwise the batch stops at the first failure and keeps what came before (`Utility.batch`).
    Each operation is checked against the state before the batch; only the TAO that they spend is
    added up.
    """

    operations: Sequence[Wanted]
    atomic: bool = True

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        name = "batch_all" if self.atomic else "batch"
        return (yield from _drafted(name, self.operations, at, origin))


@dataclass(frozen=True)
class ForceBatch:
    """Independent operations in order: one that fails does not stop the others.

    `Utility.force_batch` itself always succeeds: the receipt's `parts` have the result of each
    operation, in the same order.
    """

    operations: Sequence[Wanted]

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        return (yield from _drafted("force_batch", self.operations, at, origin))


def _drafted(
    name: str, operations: Sequence[Wanted], at: BlockContext, origin: str
) -> Program[Draft]:
    if not operations:
        raise UsageError("a batch needs at least one operation")
    drafts = yield from gather([drafted(operation, at, origin) for operation in operations])
    if any(draft.finish is not None for draft in drafts):
        raise UsageError("an operation with a proof of work cannot be batched: send it by itself")
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
    # A `force_batch` that costs more than the balance may still succeed in part.
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
    """The effects of all operations, numbered; warnings refer to the numbers."""
    if len(drafts) == 1:
        return drafts[0].effects
    return tuple(
        f"{number}. {effect}" if place == 0 else effect
        for number, draft in enumerate(drafts, 1)
        for place, effect in enumerate(draft.effects)
    )


def _refusals(name: str, drafts: Sequence[Draft]) -> tuple[Refusal, ...]:
    """A `force_batch` skips refused operations; it is refused if every operation is."""
    refused = [(number, draft) for number, draft in enumerate(drafts, 1) if draft.refusals]
    if not refused or (name == "force_batch" and len(refused) < len(drafts)):
        return ()
    found = [(number, refusal) for number, draft in refused for refusal in draft.refusals]
    about_all = len({refusal for _, refusal in found}) == 1 and len(refused) == len(drafts)
    if about_all:
        return (found[0][1],)
    return tuple(Refusal(one.code, f"{number}. {one.reason}") for number, one in found)


def _warnings(drafts: Sequence[Draft]) -> tuple[str, ...]:
    """Each warning once, with the numbers of its operations unless it concerns all."""
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
    """A refusal if the operations together spend more than the balance."""
    reasons = yield from _sum_warnings(at, origin, spends)
    return tuple(Refusal(_if_short(drafts), reason) for reason in reasons)


def _sum_warnings(at: BlockContext, origin: str, spends: Tao) -> Program[tuple[str, ...]]:
    """A warning if independent operations together exceed the balance: the last ones fail."""
    if not spends:
        return ()
    held = yield from balance(at, origin)
    if held.transferable >= spends:
        return ()
    return (f"together they take {spends:,}, and the account can move {held.transferable:,}",)
