"""Events as people read them."""

from __future__ import annotations

from btsdk.keys import Keypair
from btsdk.metadata import EventRecord
from btsdk.tx.events import Event, readable_event, readable_events
from tests.unit.btsdk.script import dev_at

ALICE, BOB = Keypair.from_uri("//Alice"), Keypair.from_uri("//Bob")
METADATA = dev_at().metadata


def test_an_event_says_which_extrinsic_deposited_it() -> None:
    content = {"from": ALICE.public_key, "to": ALICE.public_key, "amount": 1}
    by_extrinsic = EventRecord(("ApplyExtrinsic", 3), "Balances", "Transfer", content, [])
    by_block = by_extrinsic._replace(phase="Finalization")
    found = readable_events([by_extrinsic, by_block], METADATA)
    assert [event.extrinsic for event in found] == [3, None]
    assert found[0] == readable_event(by_extrinsic, METADATA)


def test_an_account_is_found_wherever_it_stands() -> None:
    inside = ("x", {"who": [ALICE.ss58_address]})
    event = Event("P", "E", {"a": 1, "b": inside})
    assert event.mentions(ALICE.ss58_address)
    assert not event.mentions(BOB.ss58_address)
    assert not Event("P", "E", {}).mentions(ALICE.ss58_address)
