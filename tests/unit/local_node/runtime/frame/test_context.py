from __future__ import annotations

import pytest

from chain_spec.pallets import grandpa, mev_shield, system
from local_node.runtime.frame import DispatchFailure, fail
from tests.unit.local_node.runtime.frame.corrupted import WHO, corrupt
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    TAO,
    MemoryExternalities,
    decoded_events,
    fresh_context,
)


def test_a_missing_item_reads_as_its_default_each_time_anew():
    ctx = fresh_context()
    first = ctx.get(system.storage.Account, WHO)
    first["data"]["free"] = 5
    assert ctx.get(system.storage.Account, WHO)["data"]["free"] == 0
    assert ctx.get(system.storage.AuthorizedUpgrade) is None
    assert not ctx.contains(system.storage.Account, WHO)


def test_iteration_is_in_raw_key_order_and_survives_removal_under_way():
    ctx = fresh_context()
    ctx.clear_prefix(system.storage.BlockHash)
    for number in range(20):
        ctx.put(system.storage.BlockHash, number, number.to_bytes(32, "little"))
    seen = []
    for number, value in ctx.iter(system.storage.BlockHash):
        assert int.from_bytes(value, "little") == number
        seen.append(number)
        ctx.remove(system.storage.BlockHash, number)
    view = ctx.schema.storage(system.storage.BlockHash)
    assert seen == sorted(range(20), key=view.key)
    assert list(ctx.keys(system.storage.BlockHash)) == []


def test_find_tells_what_is_missing_from_what_reads_as_its_default():
    ctx = fresh_context()
    assert ctx.find(system.storage.Account, WHO) is None
    account = ctx.get(system.storage.Account, WHO)
    ctx.put(system.storage.Account, WHO, account)
    assert ctx.find(system.storage.Account, WHO) == account


def test_mutate_and_take():
    ctx = fresh_context()
    assert ctx.mutate(grandpa.storage.SetIdSession, 3, lambda value: 5) == 5
    assert ctx.take(grandpa.storage.SetIdSession, 3) == 5
    ctx.put(grandpa.storage.SetIdSession, 3, 5)
    ctx.mutate(grandpa.storage.SetIdSession, 3, lambda value: None)
    assert not ctx.contains(grandpa.storage.SetIdSession, 3)


def test_a_rolled_back_transaction_takes_its_events_along():
    ctx = fresh_context()
    ctx.emit(system.events.NewAccount, WHO)

    def nested() -> None:
        with ctx.transaction():
            ctx.emit(system.events.KilledAccount, WHO)
            with ctx.transaction():
                ctx.put(system.storage.BlockHash, 99, WHO)
                ctx.emit(system.events.KilledAccount, WHO)
            ctx.flush()
            ctx.emit(system.events.KilledAccount, WHO)
            raise fail("BadOrigin")

    with pytest.raises(DispatchFailure):
        nested()
    assert not ctx.contains(system.storage.BlockHash, 99)
    assert decoded_events(ctx) == [("System", "NewAccount", {"account": WHO})]
    assert ctx.get(system.storage.EventCount) == 1


def test_genesis_deposits_no_events():
    ctx = fresh_context(block=0)
    ctx.emit(system.events.NewAccount, WHO)
    assert decoded_events(ctx) == []


def test_the_context_sees_the_genesis_of_the_chain():
    ctx = fresh_context()
    assert ctx.block_number == 1
    assert ctx.get(system.storage.Account, ALICE.public_key)["data"]["free"] == 1_000_000 * TAO
    assert ctx.get(system.storage.Account, BOB.public_key)["providers"] == 1


def test_memory_externalities_root_is_that_of_the_state():
    ext = MemoryExternalities()
    empty = ext.root()
    ext.set(b"a", b"1")
    changed = ext.root()
    ext.delete(b"a")
    assert changed != empty == ext.root()


def test_bytes_behind_a_value_are_left_and_no_part_of_it():
    ctx = fresh_context()
    ctx.put(system.storage.BlockHash, 7, b"\x07" * 32)
    raw = ctx.schema.storage(system.storage.BlockHash).key(7)
    ctx.ext.set(raw, b"\x07" * 32 + b"more")
    assert ctx.get(system.storage.BlockHash, 7) == b"\x07" * 32
    assert ctx.find(system.storage.BlockHash, 7) == b"\x07" * 32
    assert (7, b"\x07" * 32) in list(ctx.iter(system.storage.BlockHash))
    assert ctx.take(system.storage.BlockHash, 7) == b"\x07" * 32
    assert not ctx.contains(system.storage.BlockHash, 7)


def test_taking_what_cannot_be_decoded_leaves_it_there():
    """As `unhashed::take` does; `mutate` writes over it."""
    ctx = fresh_context()
    corrupt(ctx, system.storage.Account, WHO)
    ctx.take(system.storage.Account, WHO)
    assert ctx.contains(system.storage.Account, WHO)
    ctx.mutate(system.storage.Account, WHO, lambda account: account | {"nonce": 3})
    assert ctx.find(system.storage.Account, WHO)["nonce"] == 3


def test_iteration_passes_over_keys_and_values_that_cannot_be_decoded():
    ctx = fresh_context()
    ctx.clear_prefix(system.storage.BlockHash)
    ctx.put(system.storage.BlockHash, 1, b"\x01" * 32)
    corrupt(ctx, system.storage.BlockHash, 2)
    prefix = system.storage.BlockHash.prefix
    for key in (prefix, prefix + b"\x00", prefix + bytes(9)):
        ctx.ext.set(key, b"\x09" * 32)
    assert list(ctx.iter(system.storage.BlockHash)) == [(1, b"\x01" * 32)]
    assert sorted(ctx.keys(system.storage.BlockHash)) == [1, 2]
    assert b"\x01" * 32 in list(ctx.values(system.storage.BlockHash))
    assert ctx.drain(system.storage.BlockHash) == [(1, b"\x01" * 32)]
    assert ctx.ext.next_key(prefix) is None or not ctx.ext.next_key(prefix).startswith(prefix)


@pytest.mark.parametrize(
    ("counted", "expected"), [(b"\xff" * 4, 2**32 - 1), (b"\xff", 1), (bytes(4) + b"x", 1)]
)
def test_a_counter_saturates_and_survives_what_is_written_under_it(counted, expected):
    ctx = fresh_context()
    ctx.ext.set(mev_shield.storage.CounterForPendingExtrinsics.prefix, counted)
    view = ctx.schema.storage(mev_shield.storage.PendingExtrinsics)
    value = {"who": WHO, "encrypted_call": b"", "submitted_at": 1}
    ctx.put(mev_shield.storage.PendingExtrinsics, 1, value)
    assert ctx.get(mev_shield.storage.CounterForPendingExtrinsics) == expected
    assert ctx.ext.exists(view.key(1))
    for number in range(5):
        ctx.remove(mev_shield.storage.PendingExtrinsics, number)
    assert ctx.get(mev_shield.storage.CounterForPendingExtrinsics) == expected - 1


def test_events_beyond_32_bits_are_dropped_as_in_frame():
    ctx = fresh_context()
    ctx.ext.set(system.storage.EventCount.prefix, (2**32 - 2).to_bytes(4, "little"))
    for _ in range(5):
        ctx.emit(system.events.NewAccount, WHO)
    ctx.flush()
    assert ctx.get(system.storage.EventCount) == 2**32 - 1
    assert len(ctx.get(system.storage.Events)) == 1


def test_a_phase_that_is_none_is_the_beginning_of_the_block():
    ctx = fresh_context()
    ctx.ext.set(system.storage.ExecutionPhase.prefix, b"\x09junk")
    ctx.emit(system.events.NewAccount, WHO)
    ctx.flush()
    assert ctx.get(system.storage.Events)[0]["phase"] == "Initialization"


@pytest.mark.parametrize(("raw", "number"), [(b"", 0), (b"\x05", 0), (b"\x05\0\0\0tail", 5)])
def test_a_block_number_is_read_as_any_other_item(raw, number):
    ctx = fresh_context()
    ctx.ext.set(system.storage.Number.prefix, raw)
    assert ctx.block_number == number
