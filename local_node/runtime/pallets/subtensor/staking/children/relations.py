"""Child hotkeys: the delegation of stake to children, and pending changes.

A hotkey may give proportions (of 2^64 - 1) of its stake on a subnet to up to five children.
Invariant: `ChildKeys` and `ParentKeys` agree; no hotkey is its own child, or both child and parent
of the same hotkey. Lists that are rewritten as a whole are in the order of accounts.
"""

from __future__ import annotations

from typing import Any

from chain_spec.pallets.subtensor import errors, events, storage
from local_node.runtime.frame.context import Context
from local_node.runtime.frame.errors import DispatchFailure, ensure, fail
from local_node.runtime.pallets.subtensor.rate_limits import SET_CHILDREN
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import owner_of, owns
from local_node.runtime.pallets.subtensor.staking.stake import hotkey_value
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT, ensure_subnet_exists

MAX_CHILDREN = 5
ALL = (1 << 64) - 1
"""The proportion of the whole stake."""
_U64_MAX = (1 << 64) - 1

Links = dict[bytes, int]
"""Proportions by the other hotkey of the relation."""


def schedule_children(
    ctx: Context, coldkey: bytes, hotkey: bytes, netuid: int, children: list[tuple[int, bytes]]
) -> None:
    """Check new children and make them pending; on a subnet not yet started set them at once."""
    ensure(SET_CHILDREN.passes(ctx, hotkey, netuid), errors.TxRateLimitExceeded)
    ensure(netuid != ROOT, errors.RegistrationNotPermittedOnRootSubnet)
    ensure_subnet_exists(ctx, netuid)
    ensure(owns(ctx, coldkey, hotkey), errors.NonAssociatedColdKey)
    unique = {child for _, child in children}
    ensure(len(unique) == len(children), errors.DuplicateChild)
    _ensure_consistent_with(ctx, hotkey, netuid, children)
    ensure(_may_have_children(ctx, hotkey, netuid, children), errors.NotEnoughStakeToSetChildkeys)
    SET_CHILDREN.record(ctx, hotkey, netuid)
    if not ctx.get(storage.SubtokenEnabled, netuid):
        apply_children(ctx, netuid, hotkey, children)
        return
    due = min(ctx.block_number + ctx.get(storage.PendingChildKeyCooldown), _U64_MAX)
    ctx.put(storage.PendingChildKeys, (netuid, hotkey), (children, due))
    ctx.emit(events.SetChildrenScheduled, hotkey, netuid, due, children)


def apply_pending_children(ctx: Context, netuid: int) -> None:
    """Set the pending children whose cooldown is over, after an epoch."""
    started = ctx.get(storage.SubtokenEnabled, netuid)
    for hotkey, (children, due) in list(ctx.iter(storage.PendingChildKeys, netuid)):
        if due < ctx.block_number or not started:
            apply_children(ctx, netuid, hotkey, children)
            ctx.remove(storage.PendingChildKeys, (netuid, hotkey))


def apply_children(
    ctx: Context, netuid: int, hotkey: bytes, children: list[tuple[int, bytes]]
) -> None:
    """Set children; if that breaks a rule, do nothing and report nothing."""
    new_children = {child: part for part, child in children if child != hotkey}
    parents = _links(ctx, storage.ParentKeys, hotkey, netuid)
    try:
        ensure_proportions(new_children)
        _ensure_separate(new_children, parents)
    except DispatchFailure:
        return
    persist_relations(ctx, hotkey, netuid, new_children, parents)
    ctx.emit(events.SetChildren, hotkey, netuid, children)


def set_root_validators_for_subnet(ctx: Context, netuid: int) -> None:
    """Make a subnet owner's hotkey the child of all root validators that have not opted out."""
    ensure(netuid != ROOT, errors.RegistrationNotPermittedOnRootSubnet)
    ensure_subnet_exists(ctx, netuid)
    if not ctx.contains(storage.SubnetOwnerHotkey, netuid):
        raise fail(errors.SubnetNotExists)
    owner_hotkey = ctx.get(storage.SubnetOwnerHotkey, netuid)
    for validator in list(ctx.values(storage.Keys, ROOT)):
        opted_in = ctx.get(storage.AutoParentDelegationEnabled, validator)
        if validator != owner_hotkey and opted_in:
            _schedule_or_pass_over(ctx, validator, netuid, [(ALL, owner_hotkey)])


def persist_relations(
    ctx: Context, hotkey: bytes, netuid: int, children: Links, parents: Links
) -> int:
    """Write a hotkey's children and parents, and its entries in their lists; return the list
    count."""
    lists = _persist_side(ctx, hotkey, netuid, children, storage.ChildKeys, storage.ParentKeys)
    return lists + _persist_side(
        ctx, hotkey, netuid, parents, storage.ParentKeys, storage.ChildKeys
    )


def swap_hotkey_relations(ctx: Context, old: bytes, new: bytes, netuid: int) -> tuple[int, int]:
    """Move a hotkey's children, parents and pending children to the hotkey that replaces it.

    Returns the database reads and writes that the chain counts for it.
    """
    children, parents = relations(ctx, old, netuid)
    _cut_links(ctx, old, netuid, children, parents)
    ensure(new not in children and new not in parents, errors.InvalidChild)
    reads, writes = 3, 3
    if ctx.contains(storage.PendingChildKeys, (netuid, old)):
        pending = ctx.get(storage.PendingChildKeys, (netuid, old))
        _ensure_consistent(new, pending[0], parents)
        ctx.remove(storage.PendingChildKeys, (netuid, old))
        ctx.put(storage.PendingChildKeys, (netuid, new), pending)
        reads, writes = 4, 5
    links = len(children) + len(parents) + persist_relations(ctx, new, netuid, children, parents)
    return reads + links, writes + links


def relations(ctx: Context, hotkey: bytes, netuid: int) -> tuple[Links, Links]:
    """A hotkey's children and parents, checked."""
    children = _links(ctx, storage.ChildKeys, hotkey, netuid)
    parents = _links(ctx, storage.ParentKeys, hotkey, netuid)
    ensure_proportions(children)
    _ensure_separate(children, parents)
    return children, parents


def ensure_proportions(children: Links) -> None:
    """Fail with `ProportionOverflow` if the proportions exceed the whole."""
    ensure(sum(children.values()) <= ALL, errors.ProportionOverflow)


def childkey_take(ctx: Context, hotkey: bytes, netuid: int) -> int:
    """A child's take of its parents' dividends, normalised to 65,535."""
    take = ctx.get(storage.ChildkeyTake, (hotkey, netuid))
    return int(max(take, min_childkey_take(ctx, netuid)))


def min_childkey_take(ctx: Context, netuid: int) -> int:
    """The greater of the chain's and the subnet's minimum."""
    chain = ctx.get(storage.MinChildkeyTake)
    return int(max(chain, ctx.get(storage.MinChildkeyTakePerSubnet, netuid)))


def _schedule_or_pass_over(
    ctx: Context, hotkey: bytes, netuid: int, children: list[tuple[int, bytes]]
) -> None:
    try:
        schedule_children(ctx, owner_of(ctx, hotkey), hotkey, netuid, children)
    except DispatchFailure:
        return


def _may_have_children(
    ctx: Context, hotkey: bytes, netuid: int, children: list[tuple[int, bytes]]
) -> bool:
    """Whether the hotkey has enough stake; not needed for the subnet owner's or to remove
    children."""
    if not children or hotkey_value(ctx, hotkey) >= ctx.get(storage.StakeThreshold):
        return True
    has_owner = ctx.contains(storage.SubnetOwnerHotkey, netuid)
    return has_owner and ctx.get(storage.SubnetOwnerHotkey, netuid) == hotkey


def _ensure_consistent_with(
    ctx: Context, hotkey: bytes, netuid: int, children: list[tuple[int, bytes]]
) -> None:
    _, parents = relations(ctx, hotkey, netuid)
    _ensure_consistent(hotkey, children, parents)


def _ensure_consistent(hotkey: bytes, children: list[tuple[int, bytes]], parents: Links) -> None:
    wanted = {child: part for part, child in children}
    ensure(hotkey not in wanted, errors.InvalidChild)
    ensure(len(wanted) <= MAX_CHILDREN, errors.TooManyChildren)
    ensure_proportions(wanted)
    _ensure_separate(wanted, parents)


def _ensure_separate(children: Links, parents: Links) -> None:
    ensure(not children.keys() & parents.keys(), errors.ChildParentInconsistency)


def _links(ctx: Context, item: Any, hotkey: bytes, netuid: int) -> Links:
    return {other: part for part, other in ctx.get(item, (hotkey, netuid)) if other != hotkey}


def _persist_side(
    ctx: Context, hotkey: bytes, netuid: int, links: Links, mine: Any, theirs: Any
) -> int:
    before = {other for _, other in ctx.get(mine, (hotkey, netuid))}
    _store(ctx, mine, hotkey, netuid, [(links[other], other) for other in sorted(links)])
    others = sorted(links.keys() | before)
    for other in others:
        _change_link(ctx, theirs, other, netuid, hotkey, links.get(other))
    return len(others)


def _cut_links(ctx: Context, hotkey: bytes, netuid: int, children: Links, parents: Links) -> None:
    """Remove a hotkey from all lists; it and its parents keep an empty list."""
    for child in children:
        _change_link(ctx, storage.ParentKeys, child, netuid, hotkey, None)
    for parent in parents:
        links = [link for link in ctx.get(storage.ChildKeys, (parent, netuid)) if link[1] != hotkey]
        ctx.put(storage.ChildKeys, (parent, netuid), links)
    ctx.put(storage.ChildKeys, (hotkey, netuid), [])
    ctx.remove(storage.ParentKeys, (hotkey, netuid))


def _change_link(
    ctx: Context, item: Any, holder: bytes, netuid: int, other: bytes, part: int | None
) -> None:
    """Add, change or (without a part) remove one entry in a list, in place."""
    links = list(ctx.get(item, (holder, netuid)))
    if part is None:
        links = [link for link in links if link[1] != other]
    elif any(link[1] == other for link in links):
        links = [(part, other) if link[1] == other else link for link in links]
    else:
        links.append((part, other))
    _store(ctx, item, holder, netuid, links)


def _store(
    ctx: Context, item: Any, hotkey: bytes, netuid: int, links: list[tuple[int, bytes]]
) -> None:
    if links:
        ctx.put(item, (hotkey, netuid), links)
    else:
        ctx.remove(item, (hotkey, netuid))
