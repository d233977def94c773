"""The operation that says whether a root validator becomes a parent by itself."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.events.subtensor import AutoParentDelegationEnabledSet
from btsdk.keys import ss58
from btsdk.ops.checks import ROOT, own_hotkey_refusals, settle_account
from btsdk.reads.children import auto_parent_delegation
from btsdk.reads.neurons import uid
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["SetAutoParentDelegation"]


@dataclass(frozen=True)
class SetAutoParentDelegation:
    """Let a root validator become a parent of the owner's hotkey of each new subnet (the chain's
    default), or not. Signed by the coldkey that owns the hotkey."""

    hotkey: Account
    enabled: bool

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_auto_parent_delegation_enabled`."""
        hotkey = str(self.hotkey)
        refusals = yield from own_hotkey_refusals(at, hotkey, origin)
        if not refusals and (yield from uid(at, ROOT, hotkey)) is None:
            reason = f"the hotkey {hotkey} is not registered on the root network"
            refusals = (Refusal("SubtensorModule.HotKeyNotRegisteredInSubNet", reason),)
        now = yield from auto_parent_delegation(at, hotkey)
        warnings = ("it is set so already: nothing changes",) if now == self.enabled else ()
        does = "becomes" if self.enabled else "does not become"
        effects = (f"{hotkey} {does} a parent of the owner's hotkey of each new subnet",)
        call = calls.SetAutoParentDelegationEnabled(hotkey=hotkey, enabled=self.enabled)
        event = expected(
            AutoParentDelegationEnabledSet, hotkey=ss58.decode(hotkey), enabled=self.enabled
        )
        return Draft(call, effects, warnings, expects=(event,), refusals=refusals)
