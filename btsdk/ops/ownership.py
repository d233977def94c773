"""What the owner of a subnet and root may change, and when: shared by the owner's operations.

An operation that root may make, too, has `draft_as_root`. Signed by the sudo key, unless that is
the subnet's owner, it goes through `Sudo.sudo`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from btsdk.keys import ss58
from btsdk.ops.raw import Sudo
from btsdk.reads.owner_limits import RateLimitKind, freeze_window, rate_limit
from btsdk.reads.subnets import subnet_exists
from btsdk.rpc.effects import Program
from btsdk.state.block_context import BlockContext
from btsdk.state.query import storage, storage_many
from btsdk.storage import subtensor
from btsdk.storage.sudo import Key
from btsdk.tx.operation import Draft, Refusal

NO_SUBNET = "SubtensorModule.SubnetNotExists"
NO_SUBNET_OF_ADMIN = "AdminUtils.SubnetDoesNotExist"


class ForRoot(Protocol):
    """An operation that root may make."""

    def draft(self, at: BlockContext, origin: str) -> Program[Draft]: ...

    def draft_as_root(self, at: BlockContext, origin: str) -> Program[Draft]: ...


@dataclass(frozen=True)
class Terms:
    """The terms of a change: its rate limit for the owner, whether the freeze window stops it, and
    the error of the chain if there is no such subnet, empty if it does not look."""

    limit: RateLimitKind | None = None
    window: bool = True
    missing: str = NO_SUBNET_OF_ADMIN


def through_sudo(operation: ForRoot, at: BlockContext, origin: str) -> Program[Draft]:
    """The operation inside `Sudo.sudo`, refused unless `origin` is the sudo key."""
    draft = yield from Sudo(operation).draft(at, origin)
    key = yield from storage(at, Key)
    if key is not None and ss58.encode(key) == origin:
        return draft
    holder = "the chain has none" if key is None else f"that is {ss58.encode(key)}"
    reason = f"only root may do this, signed by the sudo key: {holder}"
    return replace(draft, refusals=(Refusal("Sudo.RequireSudo", reason), *draft.refusals))


def acts_as_root(at: BlockContext, netuid: int, origin: str) -> Program[bool]:
    """Whether the account is the sudo key, and does not own the subnet."""
    key, owner = yield from storage_many(at, [(Key, ()), (subtensor.SubnetOwner, (netuid,))])
    account = ss58.decode(origin)
    return bool(key == account and owner != account)


def not_owner(at: BlockContext, netuid: int, origin: str) -> Program[tuple[Refusal, ...]]:
    """A refusal unless the account owns the subnet."""
    owner = yield from storage(at, subtensor.SubnetOwner, netuid)
    if owner == ss58.decode(origin):
        return ()
    exists = yield from subnet_exists(at, netuid)
    reason = f"the subnet belongs to {ss58.encode(owner)}" if exists else _no_subnet(netuid)
    return (Refusal("BadOrigin", reason),)


def terms_refusals(
    at: BlockContext, netuid: int, terms: Terms, owner: str | None
) -> Program[tuple[Refusal, ...]]:
    """The refusals by origin, rate limit, freeze window and a missing subnet, in the chain's order.
    `owner` is the account that must own the subnet, None for root."""
    if owner is not None:
        foreign = yield from not_owner(at, netuid, owner)
        if foreign:
            return foreign
    found: tuple[Refusal, ...] = ()
    if owner is not None and terms.limit is not None:
        found += yield from limited(at, terms.limit, netuid, owner)
    if terms.window:
        found += yield from frozen(at, netuid)
    if owner is None and terms.missing:
        found += yield from missing(at, netuid, terms.missing)
    return found


def limited(
    at: BlockContext, kind: RateLimitKind, netuid: int, account: str
) -> Program[tuple[Refusal, ...]]:
    """A refusal by a rate limit, with the block at which it ends."""
    limit = yield from rate_limit(at, kind, netuid, account)
    if at.number + 1 >= limit.free_at:
        return ()
    reason = (
        f"the last change was in block {limit.last:,}, and the rate limit is {limit.blocks:,} "
        f"blocks: it can be changed again in block {limit.free_at:,}"
    )
    return (Refusal("SubtensorModule.TxRateLimitExceeded", reason),)


def frozen(at: BlockContext, netuid: int) -> Program[tuple[Refusal, ...]]:
    """A refusal by the freeze window, with the block at which it ends."""
    window = yield from freeze_window(at, netuid)
    if not window.frozen:
        return ()
    reason = f"subnet {netuid} takes no changes before its epoch, until block {window.ends_at}"
    if window.ends_at is None:
        reason = (
            f"subnet {netuid} takes no changes: its freeze window of {window.length:,} blocks is "
            "longer than its tempo, and never ends"
        )
    code = "SubtensorModule.AdminActionProhibitedDuringWeightsWindow"
    return (Refusal(code, reason),)


def missing(at: BlockContext, netuid: int, code: str) -> Program[tuple[Refusal, ...]]:
    """A refusal if there is no such subnet."""
    exists = yield from subnet_exists(at, netuid)
    return () if exists else (Refusal(code, _no_subnet(netuid)),)


def limit_effects(
    at: BlockContext, kind: RateLimitKind | None, netuid: int, account: str
) -> Program[tuple[str, ...]]:
    """The effect of the owner's rate limit: when the next change is possible."""
    if kind is None:
        return ()
    limit = yield from rate_limit(at, kind, netuid, account)
    if limit.blocks <= 1:
        return ()
    return (f"its next change is possible {limit.blocks:,} blocks later",)


def _no_subnet(netuid: int) -> str:
    return f"there is no subnet {netuid}"
