"""Events against expectations: one by one, in batches, and where the chain may do nothing."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.events.balances import Transfer
from btsdk.events.subtensor import StakeAdded, StakeRemoved
from btsdk.frozen import replace
from btsdk.metadata import EventRecord, Metadata
from btsdk.tx.outcome import Expectation, Expected, Parts, expected, missing
from tests.unit.btsdk.script import dev_at

METADATA = dev_at().metadata
ONE, OTHER = b"\x01" * 32, b"\x02" * 32


def record(pallet: str, name: str, fields: Any = None) -> EventRecord:
    return EventRecord(("ApplyExtrinsic", 1), pallet, name, fields, [])


def added(netuid: int = 1, hotkey: bytes = OTHER) -> EventRecord:
    return record("SubtensorModule", "StakeAdded", (ONE, hotkey, 5, 6, netuid, 0))


def stake(netuid: int = 1) -> Expected:
    return expected(StakeAdded, coldkey=ONE, hotkey=OTHER, netuid=netuid)


MOVED = record("Balances", "Transfer", {"from": ONE, "to": OTHER, "amount": 7})
SENT = expected(Transfer, from_=ONE, to=OTHER, amount=7)
DONE, FAILED = record("Utility", "ItemCompleted"), record("Utility", "ItemFailed", {"error": "x"})


def unmet(*expects: Expectation, records: list[EventRecord]) -> tuple[str, ...]:
    return missing(expects, records, METADATA)


def test_who_and_what_must_be_as_shown() -> None:
    assert unmet(stake(), SENT, records=[MOVED, added()]) == ()
    assert unmet(stake(2), records=[added()])
    assert unmet(stake(), records=[added(hotkey=ONE)])
    (words,) = unmet(expected(StakeRemoved, netuid=1), records=[added()])
    assert words == "SubtensorModule.StakeRemoved (1)"
    (words,) = unmet(expected(Transfer, from_=OTHER, to=ONE, amount=7), records=[MOVED])
    assert words.startswith("Balances.Transfer (5C")


def test_one_event_stands_for_one_expectation() -> None:
    assert len(unmet(stake(), stake(), records=[added()])) == 1
    assert unmet(stake(), stake(), records=[added(), added()]) == ()


def test_each_part_of_a_batch_has_its_own_events() -> None:
    both = Parts(((stake(1),), (stake(2),)))
    assert unmet(both, records=[added(1), DONE, added(2), DONE]) == ()
    assert len(unmet(both, records=[added(2), DONE, added(1), DONE])) == 2
    assert unmet(both, records=[added(1), DONE, FAILED]) == ()
    assert len(unmet(both, records=[FAILED, added(1), DONE])) == 1
    assert len(unmet(both, records=[added(1), DONE, DONE])) == 1


def test_a_batch_in_a_batch() -> None:
    nested = Parts(((Parts(((stake(1),), (stake(2),))),), (SENT,)))
    assert unmet(nested, records=[added(1), DONE, added(2), DONE, DONE, MOVED, DONE]) == ()
    assert len(unmet(nested, records=[added(1), DONE, DONE, DONE, MOVED, DONE])) == 1
    assert unmet(nested, records=[FAILED, DONE, DONE, MOVED, DONE]) == ()


@pytest.mark.parametrize(
    ("records", "fine"),
    [
        ([record("System", "ExtrinsicSuccess"), record("Balances", "Withdraw")], True),
        ([added()], False),
        ([MOVED], False),
        ([record("SubtensorModule", "StakeRemoved", (ONE, OTHER, 5, 6, 3, 0))], True),
    ],
)
def test_nothing_at_all_may_be_fine(records: list[EventRecord], fine: bool) -> None:
    sold = Expected(StakeRemoved, {"coldkey": ONE, "hotkey": OTHER}, or_nothing=True)
    assert (missing([sold], records, METADATA) == ()) == fine


def test_a_runtime_with_other_events_is_no_attack() -> None:
    """Whoever lacks the event cannot report it; whoever has more fields is known by its name."""
    assert missing([stake()], [], without(METADATA, "StakeAdded")) == ()
    assert missing([stake()], [added(2)], without(METADATA, None)) == ()
    assert missing([stake()], [], without(METADATA, None))


def without(metadata: Metadata, event: str | None) -> Metadata:
    """Metadata in which an event is missing, or (None) `StakeAdded` has fewer fields."""
    pallet = metadata.pallets["SubtensorModule"]
    events = dict(pallet.events)
    case = events.pop("StakeAdded")
    if event is None:
        events["StakeAdded"] = case._replace(fields=case.fields[:-1])
    other = replace(pallet)
    other.__dict__["events"] = events
    # A registry of its own, since what fits is remembered by it.
    registry = type(metadata.registry)(metadata.registry.types.values())
    pallets = {**metadata.pallets, "SubtensorModule": other}
    return replace(metadata, pallets=pallets, registry=registry)
