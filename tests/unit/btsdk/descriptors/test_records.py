"""Typed events."""

from __future__ import annotations

from btsdk import events
from btsdk.keys import ss58
from btsdk.metadata import EventRecord, Metadata
from btsdk.units import Tao

ALICE, BOB = b"a" * 32, b"b" * 32


def test_events_are_read_from_records(chain: Metadata) -> None:
    fields = {"from": ALICE, "to": BOB, "amount": 9}
    record = EventRecord("Finalization", "Balances", "Transfer", fields, [])
    assert events.balances.Transfer.matches(record)
    assert not events.balances.Deposit.matches(record)
    transfer = events.balances.Transfer.read(record, chain)
    assert (transfer.from_, transfer.to) == (ss58.encode(ALICE), ss58.encode(BOB))
    assert transfer.amount == Tao.from_rao(9)
    added = EventRecord("Finalization", "SubtensorModule", "NetworkAdded", (2, 1), [])
    assert events.subtensor.NetworkAdded.read(added, chain).netuid == 2
    removed = EventRecord("Finalization", "SubtensorModule", "NetworkRemoved", 2, [])
    assert events.subtensor.NetworkRemoved.read(removed, chain).netuid == 2
    updated = EventRecord("Finalization", "System", "CodeUpdated", None, [])
    assert events.system.CodeUpdated.read(updated, chain) == events.system.CodeUpdated()
