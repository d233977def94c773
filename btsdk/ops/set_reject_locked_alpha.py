"""The operation that says whether a coldkey accepts stake that is locked."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.events.subtensor import RejectLockedAlphaUpdated
from btsdk.keys import ss58
from btsdk.reads.locks import accepts_locked_alpha
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft
from btsdk.tx.outcome import expected

__all__ = ["SetRejectLockedAlpha"]


@dataclass(frozen=True)
class SetRejectLockedAlpha:
    """Refuse transfers of locked stake to the coldkey (`enabled`), or accept them. A coldkey that
    never set it refuses them."""

    enabled: bool

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_reject_locked_alpha`."""
        rejects = not (yield from accepts_locked_alpha(at, origin))
        does = "refuses" if self.enabled else "accepts"
        effects = (f"{origin} {does} transfers of locked stake",)
        warnings = ("it is set so already: nothing changes",) if rejects == self.enabled else ()
        call = calls.SetRejectLockedAlpha(enabled=self.enabled)
        event = expected(
            RejectLockedAlphaUpdated, coldkey=ss58.decode(origin), enabled=self.enabled
        )
        return Draft(call, effects, warnings, expects=(event,))
