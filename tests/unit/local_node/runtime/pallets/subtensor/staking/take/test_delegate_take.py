"""The take that a hotkey has, and whose it is."""

from __future__ import annotations

from fractions import Fraction

from chain_spec.pallets.subtensor import errors, storage
from local_node.runtime.pallets.subtensor.staking.account.hotkeys import create_account_if_missing
from local_node.runtime.pallets.subtensor.staking.take.delegate_take import (
    become_delegate_if_not,
    ensure_take_is_owners,
    take_fraction,
    take_of,
)
from tests.unit.local_node.runtime.pallets.subtensor.chain import dev_context, key, refused

ME, HOTKEY = key(1), key(2)


def test_a_new_delegate_has_the_default() -> None:
    ctx = dev_context()
    default = take_of(ctx, HOTKEY)
    assert not ctx.contains(storage.Delegates, HOTKEY)
    become_delegate_if_not(ctx, HOTKEY)
    assert ctx.get(storage.Delegates, HOTKEY) == default == 11_796
    ctx.put(storage.Delegates, HOTKEY, 7)
    become_delegate_if_not(ctx, HOTKEY)
    assert take_of(ctx, HOTKEY) == 7


def test_the_fraction_is_of_65_535() -> None:
    ctx = dev_context()
    ctx.put(storage.Delegates, HOTKEY, 0xFFFF)
    assert take_fraction(ctx, HOTKEY) == 2**32
    ctx.put(storage.Delegates, HOTKEY, 6_553)
    exact = Fraction(6_553, 0xFFFF) * 2**32
    assert exact - 1 < take_fraction(ctx, HOTKEY) <= exact


def test_it_is_the_owners() -> None:
    ctx = dev_context()
    with refused(errors.HotKeyAccountNotExists):
        ensure_take_is_owners(ctx, ME, HOTKEY)
    create_account_if_missing(ctx, ME, HOTKEY)
    ensure_take_is_owners(ctx, ME, HOTKEY)
    with refused(errors.NonAssociatedColdKey):
        ensure_take_is_owners(ctx, key(3), HOTKEY)
