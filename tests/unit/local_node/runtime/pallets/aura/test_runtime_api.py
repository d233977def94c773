"""`AuraApi` as nodes ask it."""

from __future__ import annotations

import pytest

from tests.unit.local_node.runtime.support import ONE, Node


@pytest.mark.parametrize(("chain", "milliseconds"), [("dev", 250), ("local", 12_000)])
def test_a_slot_is_twice_the_least_period_between_blocks(chain: str, milliseconds: int) -> None:
    node = Node(chain)
    assert node.call("AuraApi_slot_duration") == milliseconds
    least = node.interface.pallets["Timestamp"].constants["MinimumPeriod"].of(node.interface)
    assert milliseconds == 2 * least


def test_the_authorities_are_those_of_the_state() -> None:
    assert Node().call("AuraApi_authorities") == [ONE.public_key]
