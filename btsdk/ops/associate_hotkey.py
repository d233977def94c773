"""The operation that pairs a hotkey with a coldkey."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.ops.checks import settle_account, system_refusals
from btsdk.reads.neurons import owner
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft

__all__ = ["AssociateHotkey"]


@dataclass(frozen=True)
class AssociateHotkey:
    """Make the signing coldkey the owner of a hotkey that has none, without registering it."""

    hotkey: str

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`try_associate_hotkey`; the chain reports no event."""
        held = yield from owner(at, self.hotkey)
        effects = (f"{origin} becomes the owner of the hotkey {self.hotkey}",)
        warnings: tuple[str, ...] = ()
        if held is not None:
            effects = ("nothing changes: the hotkey has an owner already",)
            warnings = (f"the hotkey belongs to {held}",)
        call = calls.TryAssociateHotkey(hotkey=self.hotkey)
        return Draft(call, effects, warnings, refusals=system_refusals(self.hotkey))
