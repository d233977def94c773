"""Child hotkeys: rules, waiting, both lists, inherited stake, and dividends shared."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.frame import Context
from local_node.runtime.pallets.subtensor.coinbase.child_dividends import split_dividends
from local_node.runtime.pallets.subtensor.staking.add.add_stake import add_stake
from local_node.runtime.pallets.subtensor.staking.children.childkey_settings import (
    set_auto_parent_delegation_enabled,
    set_childkey_take,
)
from local_node.runtime.pallets.subtensor.staking.children.relations import (
    apply_pending_children,
    set_root_validators_for_subnet,
    swap_hotkey_relations,
)
from local_node.runtime.pallets.subtensor.staking.children.set_children import set_children
from local_node.runtime.pallets.subtensor.staking.stake import increase_stake
from local_node.runtime.pallets.subtensor.staking.stake_weight import (
    inherited_alpha,
    stake_weight_of_hotkey,
    stake_weights_of_subnet,
)
from local_node.runtime.pallets.subtensor.subnets.neurons.uids import append_neuron
from local_node.runtime.pallets.subtensor.subnets.subnet import ROOT
from tests.unit.local_node.runtime.pallets.subtensor.staking.chain import (
    COLDKEY,
    HOTKEY,
    HOTKEY_2,
    NETUID,
    OWNER,
    TAO,
    at_block,
    by,
    fails,
    started_chain,
)

ALL = 2**64 - 1
HALF = 2**63
CHILD = HOTKEY_2
SECOND_CHILD = b"\x66" * 32


def family(part: int = HALF) -> Context:
    """COLDKEY's hotkey with a part of its stake given to OWNER's."""
    ctx = started_chain()
    increase_stake(ctx, HOTKEY, COLDKEY, NETUID, 8 * TAO)
    set_children(ctx, by(COLDKEY), HOTKEY, NETUID, [(part, CHILD)])
    at_block(ctx, 100)
    apply_pending_children(ctx, NETUID)
    return ctx


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


def test_stake_is_inherited_by_proportion() -> None:
    ctx = family()
    increase_stake(ctx, CHILD, OWNER, NETUID, TAO)
    assert inherited_alpha(ctx, HOTKEY, NETUID) == pytest.approx(4 * TAO, abs=2)
    assert inherited_alpha(ctx, CHILD, NETUID) == pytest.approx(5 * TAO, abs=2)
    add_stake(ctx, by(COLDKEY), HOTKEY, ROOT, 2 * TAO)
    weight = Fraction(ctx.get(storage.TaoWeight), ALL)
    found = stake_weight_of_hotkey(ctx, CHILD, NETUID)
    assert (found.alpha, found.tao) == pytest.approx((5 * TAO, TAO), abs=2)
    assert found.total == pytest.approx(float(5 * TAO + TAO * weight), abs=5)
    uid = append_neuron(ctx, NETUID, CHILD, 0)
    assert stake_weights_of_subnet(ctx, NETUID)[uid] == found


def test_dividends_go_to_parents_less_the_childs_take() -> None:
    ctx = family()
    increase_stake(ctx, CHILD, OWNER, NETUID, 4 * TAO)
    set_childkey_take(ctx, by(OWNER), CHILD, NETUID, 6_553)  # a tenth, nearly
    shares = dict(split_dividends(ctx, CHILD, NETUID, 1_000_000))
    # Both brought four alpha; the child keeps its own half and its take of the parent's.
    take = Fraction(6_553, 65_535)
    assert shares[HOTKEY] == pytest.approx(float(500_000 * (1 - take)), abs=2)
    assert shares[CHILD] == pytest.approx(float(500_000 * (1 + take)), abs=2)
    ctx.put(storage.Owner, CHILD, COLDKEY)  # a family pays no take
    assert dict(split_dividends(ctx, CHILD, NETUID, 1_000_000))[HOTKEY] == pytest.approx(
        500_000, abs=2
    )


def test_a_childs_take_may_fall_at_any_time_and_rise_slowly() -> None:
    ctx = started_chain()
    with fails(errors.InvalidChildkeyTake):
        set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 11_797)
    set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 100)
    set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 50)
    with fails(errors.TxChildkeyTakeRateLimitExceeded):
        set_childkey_take(ctx, by(COLDKEY), HOTKEY, NETUID, 60)


def test_a_swapped_hotkey_hands_its_family_on() -> None:
    ctx = family()
    new = b"\x67" * 32
    swap_hotkey_relations(ctx, HOTKEY, new, NETUID)
    assert ctx.get(storage.ChildKeys, (new, NETUID)) == [(HALF, CHILD)]
    assert ctx.get(storage.ParentKeys, (CHILD, NETUID)) == [(HALF, new)]
    assert ctx.get(storage.ChildKeys, (HOTKEY, NETUID)) == []


def test_root_validators_become_parents_of_a_new_subnets_owner() -> None:
    ctx = started_chain()
    ctx.put(storage.SubnetOwnerHotkey, NETUID, CHILD)
    with fails(errors.HotKeyNotRegisteredInSubNet):
        set_auto_parent_delegation_enabled(ctx, by(COLDKEY), HOTKEY, False)
    append_neuron(ctx, ROOT, HOTKEY, 0)
    set_root_validators_for_subnet(ctx, NETUID)
    children, _ = ctx.get(storage.PendingChildKeys, (NETUID, HOTKEY))
    assert children == [(ALL, CHILD)]
    ctx.remove(storage.PendingChildKeys, (NETUID, HOTKEY))
    set_auto_parent_delegation_enabled(ctx, by(COLDKEY), HOTKEY, False)
    at_block(ctx, 500)
    set_root_validators_for_subnet(ctx, NETUID)
    assert not ctx.contains(storage.PendingChildKeys, (NETUID, HOTKEY))
