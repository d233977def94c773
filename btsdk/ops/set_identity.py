"""The operations that set the identity of a coldkey or of a subnet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from btsdk.calls import subtensor as calls
from btsdk.errors import UsageError
from btsdk.events.subtensor import ChainIdentitySet, SubnetIdentitySet
from btsdk.keys import ss58
from btsdk.ops.checks import settle_netuid
from btsdk.ops.ownership import not_owner
from btsdk.reads.identities import Identity, SubnetIdentity, identity, subnet_identity
from btsdk.rpc.effects import Program
from btsdk.rpc.parallel import gather
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_map
from btsdk.storage import subtensor
from btsdk.tx.operation import Draft, Refusal
from btsdk.tx.outcome import expected

__all__ = ["Identity", "SetIdentity", "SetSubnetIdentity"]

_LONG = 1_024
_SHORT = 256
_MOST = dict.fromkeys(("name", "url", "github_repo", "discord"), _SHORT)
_MOST_OF_SUBNET = dict.fromkeys(("subnet_name", "discord"), _SHORT)
"""Bytes by field; every other field takes `_LONG`."""


@dataclass(frozen=True)
class SetIdentity:
    """Publish the identity of the signing coldkey, which must have a registered hotkey.

    It replaces the former one as a whole: a field that is left out becomes empty.
    """

    identity: Identity

    def __post_init__(self) -> None:
        if not isinstance(self.identity, Identity):
            raise UsageError(f"an identity is an Identity, not {type(self.identity).__name__}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_identity`."""
        fields = self.identity.encoded()
        refusals = yield from _no_neuron(at, origin)
        refusals = refusals or _too_long(fields, _MOST)
        before = yield from identity(at, origin)
        shown = self.identity.name or "nameless"
        call = calls.SetIdentity(
            name_=fields["name"],
            url=fields["url"],
            github_repo=fields["github_repo"],
            image=fields["image"],
            discord=fields["discord"],
            description=fields["description"],
            additional=fields["additional"],
        )
        return Draft(
            call,
            (f"the identity of {origin} is published, its name is {shown!r}",),
            _lost(before, self.identity),
            expects=(expected(ChainIdentitySet, coldkey=ss58.decode(origin)),),
            refusals=refusals,
        )


@dataclass(frozen=True)
class SetSubnetIdentity:
    """Publish the identity of a subnet, signed by its owner.

    It replaces the former one as a whole: a field that is left out becomes empty.
    """

    netuid: int
    identity: SubnetIdentity

    def __post_init__(self) -> None:
        settle_netuid(self)
        if not isinstance(self.identity, SubnetIdentity):
            kind = type(self.identity).__name__
            raise UsageError(f"the identity of a subnet is a SubnetIdentity, not {kind}")

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]:
        """`set_subnet_identity`."""
        fields = self.identity.encoded()
        foreign = yield from not_owner(at, self.netuid, origin)
        refusals = tuple(Refusal("SubtensorModule.NotSubnetOwner", one.reason) for one in foreign)
        before = yield from subnet_identity(at, self.netuid)
        shown = self.identity.subnet_name or "nameless"
        return Draft(
            calls.SetSubnetIdentity(netuid=self.netuid, **fields),
            (f"the identity of subnet {self.netuid} is published, its name is {shown!r}",),
            _lost(before, self.identity),
            expects=(expected(SubnetIdentitySet, netuid=self.netuid),),
            refusals=refusals or _too_long(fields, _MOST_OF_SUBNET),
        )


def _no_neuron(at: BlockContext, coldkey: str) -> Program[tuple[Refusal, ...]]:
    hotkeys = yield from storage(at, subtensor.OwnedHotkeys, coldkey)
    members = yield from gather(
        [storage_map(at, subtensor.IsNetworkMember, hotkey) for hotkey in hotkeys]
    )
    if any(member for found in members for _, member in found):
        return ()
    reason = f"no hotkey of {coldkey} is registered on any subnet"
    return (Refusal("SubtensorModule.HotKeyNotRegisteredInNetwork", reason),)


def _too_long(fields: Mapping[str, object], most: Mapping[str, int]) -> tuple[Refusal, ...]:
    for name, value in fields.items():
        size, limit = len(bytes(value)), most.get(name, _LONG)  # type: ignore[call-overload]
        if size > limit:
            reason = f"{name} has {size:,} bytes, and the chain takes {limit:,}"
            return (Refusal("SubtensorModule.InvalidIdentity", reason),)
    return ()


def _lost(
    before: Identity | SubnetIdentity | None, after: Identity | SubnetIdentity
) -> tuple[str, ...]:
    """A warning about fields that were set, and become empty."""
    if before is None:
        return ()
    names = [
        name
        for name in type(before).__dataclass_fields__
        if getattr(before, name) and not getattr(after, name)
    ]
    return (f"these fields become empty: {', '.join(names)}",) if names else ()
