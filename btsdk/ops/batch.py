"""Several operations in one extrinsic, signed once and paid once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from btsdk.errors import UsageError
from btsdk.ops.raw import RawCall
from btsdk.rpc.effects import Program
from btsdk.state.pinned import At
from btsdk.tx.operation import Draft, Operation


@dataclass(frozen=True)
class Batch:
    """Operations in order. `atomic`: all of them or none (`Utility.batch_all`).

    Otherwise those before the first failure stand (`Utility.batch`). Each is looked at as if it
    came first: what one does to the next is not foreseen.
    """

    operations: Sequence[Operation]
    atomic: bool = True

    def draft(self, at: At, origin: str) -> Program[Draft]:
        """The calls of all operations as one."""
        if not self.operations:
            raise UsageError("a batch of nothing")
        drafts = []
        for operation in self.operations:
            drafts.append((yield from operation.draft(at, origin)))
        if any(draft.finish is not None for draft in drafts):
            raise UsageError("a proof of work cannot wait for the others: send it by itself")
        call = RawCall(
            "Utility",
            "batch_all" if self.atomic else "batch",
            {"calls": [draft.call.nested() for draft in drafts]},
        )
        effects = tuple(effect for draft in drafts for effect in draft.effects)
        warnings = tuple(dict.fromkeys(w for draft in drafts for w in draft.warnings))
        return Draft(call, effects, warnings)
