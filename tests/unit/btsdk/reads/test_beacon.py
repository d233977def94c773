"""The beacon's rounds and the shield's keys as a chain has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from btsdk.errors import UsageError
from btsdk.reads.beacon import opening_in_blocks, opening_in_rounds
from local_node import LocalChain
from tests.unit.btsdk.chain import Chain
from tests.unit.btsdk.script import dev_at

FIRST, PERIOD, NOW = 1_692_803_367, 3, 1_700_000_000_000
CONFIG = {
    "public_key": bytes(96),
    "period": PERIOD,
    "genesis_time": FIRST,
    "hash": bytes(32),
    "group_hash": bytes(32),
    "scheme_id": b"",
    "metadata": {"beacon_id": b""},
}
RUNNING = (NOW - FIRST * 1000) // (PERIOD * 1000) + 1


def chain() -> Chain:
    return Chain(BeaconConfig=CONFIG, LastStoredRound=RUNNING - 1, Now=NOW)


@given(st.integers(1, 10_000))
def test_a_round_is_signed_after_now_and_not_after_its_block(blocks: int) -> None:
    found = chain().script().play(opening_in_blocks(dev_at(), blocks))
    assert found.block == dev_at().number + blocks
    assert found.running == RUNNING
    assert found.round > RUNNING
    assert found.pulses_come


@given(st.integers(1, 10_000))
def test_a_number_of_rounds(count: int) -> None:
    found = chain().script().play(opening_in_rounds(dev_at(), count))
    assert found.round == RUNNING + count
    assert found.block > dev_at().number


def test_what_is_no_number() -> None:
    with pytest.raises(UsageError, match="blocks"):
        chain().script().play(opening_in_blocks(dev_at(), 0))
    with pytest.raises(UsageError, match="rounds"):
        chain().script().play(opening_in_rounds(dev_at(), -1))


def test_a_chain_has_rounds_and_keys() -> None:
    with LocalChain() as chain:
        chain.advance(3)
        assert chain.client.head().last_drand_round() >= 0
        keys = chain.client.head().shield_keys()
        for key in (keys.current, keys.next):
            assert key is None or len(key) == 1_184
