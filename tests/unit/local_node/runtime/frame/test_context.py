from __future__ import annotations

import pytest

from chain_spec.pallets import balances, grandpa, system
from local_node.runtime.frame import DispatchFailure, fail
from tests.unit.local_node.runtime.support import (
    ALICE,
    BOB,
    TAO,
    MemoryExternalities,
    Node,
    decoded_events,
    fresh_context,
)

WHO = bytes(range(32))


def test_a_missing_item_reads_as_its_default_each_time_anew():
    ctx = fresh_context()
    first = ctx.get(system.storage.Account, WHO)
    first["data"]["free"] = 5
    assert ctx.get(system.storage.Account, WHO)["data"]["free"] == 0
    assert ctx.get(system.storage.AuthorizedUpgrade) is None
    assert not ctx.contains(system.storage.Account, WHO)


def test_keys_and_values_lie_as_substrate_lays_them():
    ctx = fresh_context()
    ctx.put(system.storage.BlockHash, 7, b"\x07" * 32)
    raw = system.storage.BlockHash.prefix + bytes.fromhex("6ac7e1d0ee2e3bfc") + b"\x07\0\0\0"
    stored = [key for key in ctx.ext.state() if key.startswith(system.storage.BlockHash.prefix)]
    assert any(key.endswith(b"\x07\0\0\0") and len(key) == len(raw) for key in stored)
    assert ctx.get(system.storage.BlockHash, 7) == b"\x07" * 32


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


def test_events_are_appended_as_substrate_encodes_them():
    node = Node()
    node.begin()
    ctx = node.context()
    already = ctx.get(system.storage.EventCount)
    for _ in range(70):
        ctx.emit(system.events.NewAccount, WHO)
    ctx.flush()
    raw = ctx.ext.get(system.storage.Events.prefix)
    codec = node.interface.codec(system.storage.Events.value)
    assert raw is not None
    assert codec.encode(codec.decode(raw)) == raw
    assert ctx.get(system.storage.EventCount) == already + 70
    record = ctx.get(system.storage.Events)[-1]
    assert record["phase"] == ("ApplyExtrinsic", 1)
    assert record["topics"] == []


def test_an_event_with_the_wrong_fields_is_a_bug_at_once():
    ctx = fresh_context()
    with pytest.raises(TypeError, match="Transfer"):
        ctx.emit(balances.events.Transfer, WHO, WHO)
    with pytest.raises(TypeError, match="Transfer"):
        ctx.emit(balances.events.Transfer, WHO, to=WHO, value=3)
    ctx.emit(balances.events.Transfer, from_=WHO, to=WHO, amount=3)


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
