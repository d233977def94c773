"""Keys, values and events as Substrate lays them."""

from __future__ import annotations

import pytest

from chain_spec.pallets import balances, system, triumvirate
from tests.unit.local_node.runtime.frame.corrupted import WHO, corrupt
from tests.unit.local_node.runtime.support import Node, fresh_context

NOBODY = bytes(range(1, 33))


def test_keys_and_values_lie_as_substrate_lays_them():
    ctx = fresh_context()
    ctx.put(system.storage.BlockHash, 7, b"\x07" * 32)
    raw = system.storage.BlockHash.prefix + bytes.fromhex("6ac7e1d0ee2e3bfc") + b"\x07\0\0\0"
    stored = [key for key in ctx.ext.state() if key.startswith(system.storage.BlockHash.prefix)]
    assert any(key.endswith(b"\x07\0\0\0") and len(key) == len(raw) for key in stored)
    assert ctx.get(system.storage.BlockHash, 7) == b"\x07" * 32


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


def test_what_cannot_be_decoded_is_reported_once_and_reads_as_absent(caplog):
    # an account that no other test spoils: what was reported once is not reported again
    ctx = fresh_context()
    corrupt(ctx, system.storage.Account, NOBODY)
    for _ in range(3):
        assert ctx.get(system.storage.Account, NOBODY)["data"]["free"] == 0
    assert ctx.find(system.storage.Account, NOBODY) is None
    assert ctx.contains(system.storage.Account, NOBODY)
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 1
    assert said[0].startswith("Corrupted state: System.Account at 0x26aa394eea5630e0")


@pytest.mark.parametrize(("count", "reads"), [(10, 10), (11, 0)])
def test_a_collection_beyond_its_bound_does_not_decode(count, reads):
    ctx = fresh_context()
    view = ctx.schema.storage(triumvirate.storage.Proposals)
    ctx.ext.set(view.prefix, view.encode([bytes([n]) * 32 for n in range(count)]))
    assert len(ctx.get(triumvirate.storage.Proposals)) == reads
