"""The operation that registers a hotkey on the root network."""

from __future__ import annotations

from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.descriptors.inputs import Account
from btsdk.ops.checks import ROOT, registered_event, settle_account
from btsdk.reads.accounts import address_of
from btsdk.reads.hotkeys import hotkey_stake
from btsdk.reads.neurons import owner, uid
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage_many, storage_map
from btsdk.storage import subtensor as s
from btsdk.tx.operation import Draft, Refusal
from btsdk.units import Tao

__all__ = ["RootRegister"]

_U16_MAX = 65_535


@dataclass(frozen=True)
class RootRegister:
    """Register a hotkey on the root network, for free. On a full network it replaces the hotkey
    with the least root stake, if its own is greater. Signed by the coldkey."""

    hotkey: Account

    def __post_init__(self) -> None:
        settle_account(self, "hotkey")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`root_register`."""
        hotkey = str(self.hotkey)
        found = yield from storage_many(
            at,
            [
                (s.NetworksAdded, (ROOT,)),
                (s.RegistrationsThisInterval, (ROOT,)),
                (s.TargetRegistrationsPerInterval, (ROOT,)),
                (s.SubnetworkN, (ROOT,)),
                (s.MaxAllowedUids, (ROOT,)),
            ],
        )
        exists, registered, target, seats, most = found
        effects = [f"the hotkey {hotkey} is registered on the root network"]
        refusals: tuple[Refusal, ...] = ()
        if not exists:
            refusals = (_refusal("RootNetworkDoesNotExist", "the chain has no root network"),)
        elif registered >= min(3 * target, _U16_MAX):
            reason = f"{registered} hotkeys have registered in this interval, and no more can"
            refusals = (_refusal("TooManyRegistrationsThisInterval", reason),)
        elif (yield from uid(at, ROOT, hotkey)) is not None:
            reason = f"the hotkey {hotkey} is registered on the root network already"
            refusals = (_refusal("HotKeyAlreadyRegisteredInSubNet", reason),)
        elif seats >= most:
            replaced, refusals = yield from _seat(at, hotkey)
            effects.append(f"it replaces {replaced}, the hotkey with the least root stake")
        owned_by = yield from owner(at, hotkey)
        warnings: tuple[str, ...] = ()
        if owned_by is None:
            effects.append(f"{origin} becomes the owner of the hotkey")
        elif owned_by != origin:
            warnings = (f"the hotkey belongs to another coldkey: {owned_by}",)
        call, event = calls.RootRegister(hotkey=hotkey), registered_event(ROOT, hotkey)
        return Draft(call, tuple(effects), warnings, expects=(event,), refusals=refusals)


def _seat(at: BlockContext, hotkey: str) -> Program[tuple[str, tuple[Refusal, ...]]]:
    """The hotkey with the least root stake, and a refusal unless this one has more."""
    keys = yield from storage_map(at, s.Keys, ROOT)
    ordered = sorted((at_uid, held) for (_, at_uid), held in keys)
    items = [(s.TotalHotkeyAlpha, (held, ROOT)) for _, held in ordered]
    stakes = yield from storage_many(at, items)
    if not ordered:
        reason = "the root network has no seats"
        return "nobody", (_refusal("HotKeyNotRegisteredInSubNet", reason),)
    lowest, (_, held) = min(zip(stakes, ordered, strict=True), key=lambda row: (row[0], row[1][0]))
    replaced = address_of(held)
    mine = yield from hotkey_stake(at, hotkey, ROOT)
    if lowest < mine.rao:
        return replaced, ()
    least = Tao.from_rao(lowest)
    reason = f"the root network is full: {hotkey} needs more root stake than {least:,}"
    return replaced, (_refusal("StakeTooLowForRoot", reason),)


def _refusal(name: str, reason: str) -> Refusal:
    return Refusal(f"SubtensorModule.{name}", reason)
