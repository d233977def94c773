"""From events to receipts and errors."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.metadata import EventRecord
from btsdk.tx.hints import hint_for
from btsdk.tx.receipt import Receipt
from btsdk.units import Tao
from tests.unit.btsdk.script import HASH, dev_at, module_error

METADATA = dev_at().metadata


def receipt(pallet: str, name: str, fields: Any) -> Receipt:
    return of_events((pallet, name, fields))


def of_events(*events: tuple[str, str, Any]) -> Receipt:
    records = tuple(EventRecord(("ApplyExtrinsic", 1), *event, []) for event in events)
    nothing = Tao.from_rao(0)
    return Receipt(HASH, HASH, 1, 1, None, nothing, (), False, records, METADATA)


@pytest.mark.parametrize(
    ("pallet", "name", "fields"),
    [
        ("System", "ExtrinsicFailed", {"dispatch_error": "BadOrigin", "dispatch_info": {}}),
        ("Sudo", "Sudid", {"sudo_result": ("Err", "BadOrigin")}),
        ("Proxy", "ProxyExecuted", {"result": ("Err", "BadOrigin")}),
        ("Utility", "BatchInterrupted", {"index": 1, "error": "BadOrigin"}),
    ],
)
def test_failures_outside_and_inside(pallet: str, name: str, fields: Any) -> None:
    found = receipt(pallet, name, fields)
    assert found.error is not None
    assert found.error.code == "BadOrigin"
    assert found.error.receipt is found


def test_success_has_no_error() -> None:
    assert receipt("Sudo", "Sudid", {"sudo_result": ("Ok", ())}).error is None
    assert receipt("System", "ExtrinsicSuccess", {"dispatch_info": {}}).error is None


def test_the_parts_of_a_batch_that_goes_on() -> None:
    found = of_events(
        ("Balances", "Withdraw", {"who": bytes(32), "amount": 1}),
        ("System", "NewAccount", {"account": bytes(32)}),
        ("Utility", "ItemCompleted", ()),
        ("Utility", "ItemFailed", {"error": module_error("SubtensorModule", "SlippageTooHigh")}),
        ("System", "KilledAccount", {"account": bytes(32)}),
        ("Utility", "ItemCompleted", ()),
        ("Utility", "BatchCompletedWithErrors", ()),
    )
    first, second, third = found.parts
    assert [event.name for event in first.events] == ["Withdraw", "NewAccount"]
    assert first.error is third.error is None
    assert second.error is not None
    assert second.error.code == "SubtensorModule.SlippageTooHigh"
    assert second.error.receipt is found
    assert [event.name for event in third.events] == ["KilledAccount"]
    assert found.error is None, "the batch itself succeeds"


def test_the_parts_of_a_batch_that_stops() -> None:
    found = of_events(
        ("Utility", "ItemCompleted", ()),
        ("Utility", "BatchInterrupted", {"index": 1, "error": "BadOrigin"}),
    )
    assert [part.error and part.error.code for part in found.parts] == [None, "BadOrigin"]


def test_a_part_may_fail_inside() -> None:
    found = of_events(
        ("Proxy", "ProxyExecuted", {"result": ("Err", "BadOrigin")}),
        ("Utility", "ItemCompleted", ()),
    )
    (part,) = found.parts
    assert part.error is not None
    assert part.error.code == "BadOrigin"


def test_what_is_no_batch_has_no_parts() -> None:
    assert receipt("System", "ExtrinsicSuccess", {"dispatch_info": {}}).parts == ()


def test_every_hint_is_for_an_error_that_exists() -> None:
    from btsdk.tx import hints

    declared = {
        f"{pallet.name}.{name}" for pallet in METADATA.pallets.values() for name in pallet.errors
    }
    for code in hints.known():
        pallet = code.partition(".")[0]
        if pallet in METADATA.pallets:
            assert code in declared, code
        assert hint_for(code)
