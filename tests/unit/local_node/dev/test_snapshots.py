"""Snapshot, then anything, then revert: nothing has happened."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from btsdk.errors import BtError, UsageError
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.events import Event, Finalized, HeadMoved, Status, StorageChanged
from local_node.chain.modes import Batch, Instant, Interval, Manual
from local_node.dev.control import Control
from local_node.embedded.local_chain import LocalChain
from tests.unit.local_node.dev.signing import ALICE, BOB, ZOE, signed, transfer

MODES = (Instant(), Instant(heartbeat=9), Interval(12), Batch(1), Manual())


def everything(control: Control) -> dict[str, Any]:
    """What anybody can see of a chain."""
    chain = control.chain
    return {
        "best": (chain.best, chain.finalized, chain.finality_lag),
        "blocks": [(number, chain.hash_at(number)) for number in chain.numbers()],
        "state": (chain.state().root, chain.state().items()),
        "clock": (chain.clock.now_ms(), chain.clock.offset_ms, chain.timestamp_ms, chain.ahead_ms),
        "pool": (chain.pool.save(), [entry.hash for entry in chain.pending()], len(chain.pool)),
        "mode": chain.mode,
        "impersonated": chain.impersonation.accounts,
        "check": chain.check(),
    }


def submit(control: Control, nonce: int, amount: int) -> None:
    control.chain.submit(signed(control, ALICE, transfer(control, BOB.public_key, amount), nonce))


def act(control: Control, action: tuple[str, int]) -> None:
    """One of the things that happen to a chain; what it refuses does not matter here."""
    name, n = action
    chain = control.chain
    deeds: dict[str, Any] = {
        "blocks": lambda: control.new_blocks(1 + n % 3),
        "skip": lambda: control.new_blocks(height=chain.best.number + 1 + n),
        "submit": lambda: submit(control, n % 6, 10**9 + n),
        "travel": lambda: chain.travel_to((chain.timestamp_ms or 0) + n * 100_000),
        "patch": lambda: control.set_balance(ZOE.public_key, n * 10**9),
        "mode": lambda: setattr(chain, "mode", MODES[n % len(MODES)]),
        "impersonate": lambda: control.impersonate(bytes([n]) * 32),
        "back": lambda: control.set_head(-(1 + n % 3)),
        "lag": lambda: chain.set_finality_lag(n % 4),
        "finalize": lambda: control.finalize(-(n % 3)),
        "forget": lambda: chain.remove([entry.hash for entry in chain.pending()][:n]),
    }
    try:
        deeds[name]()
    except BtError:
        return


ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                "blocks",
                "skip",
                "submit",
                "submit",
                "travel",
                "patch",
                "mode",
                "impersonate",
                "back",
                "back",
                "lag",
                "finalize",
                "forget",
            ]
        ),
        st.integers(0, 9),
    ),
    max_size=8,
)


@settings(
    max_examples=30,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(before=ACTIONS, after=ACTIONS)
def test_revert_undoes_anything(
    local: LocalChain, before: list[tuple[str, int]], after: list[tuple[str, int]]
) -> None:
    control = local.control
    for action in before:
        act(control, action)
    number = control.snapshots.take()
    expected = everything(control)
    for action in after:
        act(control, action)
    control.snapshots.revert(number)
    assert everything(control) == expected
    control.snapshots.revert(number)
    assert everything(control) == expected
    control.chain.mode = Manual()


def test_subscribers_hear_of_the_way_back(control: Control) -> None:
    chain = control.chain
    control.new_blocks(2)
    number, best = control.snapshots.take(), chain.best
    left = [control.new_blocks(), control.set_balance(ZOE.public_key, 10**9)]
    heard: list[Event] = []
    chain.listen(heard.append)
    control.snapshots.revert(number)
    moved, changed = heard
    assert moved == HeadMoved(best, tuple(reversed(left)), ())
    assert isinstance(changed, StorageChanged)
    account = control.metadata.storage("System", "Account").key(ZOE.public_key)
    assert changed.changes[account] is None


def test_revert_forward_finalizes_again(control: Control) -> None:
    blocks = [control.new_blocks() for _ in range(3)]
    number = control.snapshots.take()
    control.set_head(0)
    heard: list[Event] = []
    control.chain.listen(heard.append)
    control.snapshots.revert(number)
    assert heard[0] == HeadMoved(blocks[-1], (), tuple(blocks))
    assert heard[2:] == [Finalized(blocks[-1], tuple(blocks[:-1]))]


def test_watchers_of_what_came_later_hear_that_it_is_dropped(control: Control) -> None:
    kept: list[Status] = []
    dropped: list[Status] = []
    first = signed(control, ALICE, transfer(control, BOB.public_key, 10**9), 0)
    control.chain.submit_and_watch(first, kept.append)
    number = control.snapshots.take()
    second = signed(control, ALICE, transfer(control, BOB.public_key, 10**9), 1)
    control.chain.submit_and_watch(second, dropped.append)
    control.snapshots.revert(number)
    assert dropped == [Status("ready"), Status("dropped")]
    assert kept == [Status("ready")]
    control.new_blocks()
    assert [status.kind for status in kept] == ["ready", "inBlock", "finalized"]


def test_what_was_in_a_block_waits_again(control: Control) -> None:
    extrinsic = signed(control, ALICE, transfer(control, BOB.public_key, 10**9))
    name = control.chain.submit(extrinsic)
    number = control.snapshots.take()
    control.new_blocks()
    with pytest.raises(PoolError):
        control.chain.submit(extrinsic)
    control.snapshots.revert(number)
    assert [entry.hash for entry in control.chain.pending()] == [name]
    control.new_blocks()
    assert _extrinsics(control.chain)[-1] == extrinsic


def test_the_clock_comes_back_also_after_opening_the_file_again(local: LocalChain) -> None:
    local.travel(1_000)
    number, offset = local.snapshot(), local.chain.clock.offset_ms
    local.travel(100_000)
    local.revert(number)
    assert offset == 1_000_000
    assert local.chain.copy().clock.offset_ms == offset


def test_a_number_that_was_not_given_out(control: Control) -> None:
    number = control.snapshots.take()
    control.snapshots.forget(number)
    for wrong in (number, number + 1):
        with pytest.raises(UsageError, match=f"no snapshot {wrong}"):
            control.snapshots.revert(wrong)


def _extrinsics(chain: Chain) -> tuple[bytes, ...]:
    block = chain.block(chain.best.hash)
    assert block is not None
    return block.extrinsics
