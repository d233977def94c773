"""The labels of events, by pallet and event."""

from __future__ import annotations

from chain_spec.event_labels import event_labels


def test_labels_stand_in_the_order_of_the_fields() -> None:
    labels = event_labels("SubtensorModule", "StakeAdded")
    assert labels[:2] == ("coldkey", "hotkey")
    assert len(labels) == 6


def test_an_event_with_names_of_its_own_has_those() -> None:
    assert event_labels("Balances", "Endowed") == ("account", "free_balance")


def test_what_nothing_declares_has_no_labels() -> None:
    assert event_labels("Balances", "NoSuchEvent") == ()
    assert event_labels("NoSuchPallet", "Transfer") == ()
