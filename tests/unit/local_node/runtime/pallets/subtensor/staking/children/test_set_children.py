"""Who may set which children."""

from __future__ import annotations

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.children.relations import apply_pending_children
from local_node.runtime.pallets.subtensor.staking.children.set_children import set_children
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    NETUID,
    OWNER,
    at_block,
    by,
    fails,
    started_chain,
)
from tests.unit.local_node.runtime.pallets.subtensor.staking.children.family import (
    ALL,
    CHILD,
    HALF,
    family,
)

SECOND_CHILD = b"\x66" * 32


def test_children_wait_for_their_cooldown() -> None:
    ctx = started_chain()
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(HALF, CHILD)])
    due = 1 + ctx.get(storage.PendingChildKeyCooldown)
    assert ctx.get(storage.PendingChildKeys, (NETUID, HOTKEY)) == ([(HALF, CHILD)], due)
    at_block(ctx, due)
    apply_pending_children(ctx, NETUID)
    assert ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == []
    at_block(ctx, due + 1)
    apply_pending_children(ctx, NETUID)
    assert ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == [(HALF, CHILD)]
    assert ctx.get(storage.ParentKeys, (CHILD, NETUID)) == [(HALF, HOTKEY)]
    assert not ctx.contains(storage.PendingChildKeys, (NETUID, HOTKEY))


def test_a_cooldown_beyond_all_blocks_ends_with_the_last() -> None:
    ctx = started_chain()
    ctx.set(storage.PendingChildKeyCooldown, 2**64 - 1)
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(HALF, CHILD)])
    assert ctx.get(storage.PendingChildKeys, (NETUID, HOTKEY)) == ([(HALF, CHILD)], 2**64 - 1)


def test_before_the_start_call_children_are_set_at_once_and_replaced() -> None:
    ctx = started_chain()
    ctx.put(storage.SubtokenEnabled, NETUID, False)
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(HALF, CHILD)])
    at_block(ctx, 200)
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(7, SECOND_CHILD)])
    assert ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == [(7, SECOND_CHILD)]
    assert not ctx.contains(storage.ParentKeys, (CHILD, NETUID))
    assert ctx.get(storage.ParentKeys, (SECOND_CHILD, NETUID)) == [(7, HOTKEY)]


def test_the_rules() -> None:
    ctx = family()
    at_block(ctx, 101)
    mine = by(COLDKEY)
    with fails(errors.TxRateLimitExceeded):
        set_children(ctx, mine, HOTKEY, NETUID, [])
    at_block(ctx, 151)
    with fails(errors.RegistrationNotPermittedOnRootSubnet):
        set_children(ctx, mine, HOTKEY, ROOT, [])
    with fails(errors.SubnetNotExists):
        set_children(ctx, mine, HOTKEY, 9, [])
    with fails(errors.NonAssociatedColdKey):
        set_children(ctx, mine, CHILD, NETUID, [])
    with fails(errors.DuplicateChild):
        set_children(ctx, mine, HOTKEY, NETUID, [(1, CHILD), (2, CHILD)])
    with fails(errors.InvalidChild):
        set_children(ctx, mine, HOTKEY, NETUID, [(1, HOTKEY)])
    with fails(errors.TooManyChildren):
        many = [(1, bytes([n]) * 32) for n in range(6)]
        set_children(ctx, mine, HOTKEY, NETUID, many)
    with fails(errors.ProportionOverflow):
        set_children(ctx, mine, HOTKEY, NETUID, [(ALL, CHILD), (1, SECOND_CHILD)])
    with fails(errors.ChildParentInconsistency):
        set_children(ctx, by(OWNER), CHILD, NETUID, [(1, HOTKEY)])
    ctx.set(storage.StakeThreshold, 10**15)
    with fails(errors.NotEnoughStakeToSetChildkeys):
        set_children(ctx, mine, HOTKEY, NETUID, [(1, CHILD)])
    set_children(ctx, mine, HOTKEY, NETUID, [])
