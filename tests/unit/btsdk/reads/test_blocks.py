"""Watching heads: gaps are filled, repetitions dropped, silence is an error."""

from __future__ import annotations

from typing import Any

import pytest

from btsdk.errors import ConnectionLost, DeadlineExceeded, ProtocolError
from btsdk.reads.blocks import FILL_MOST, watch
from btsdk.rpc.effects import Notification, Subscription
from tests.unit.btsdk.script import Script

HEADS = Subscription(1, "chain_subscribeNewHeads")


def note(number: Any) -> Notification:
    value = {"number": hex(number) if isinstance(number, int) else number}
    return Notification(HEADS, value)


def node(notes: list[Any]) -> Script:
    def header(block_hash: str) -> dict[str, str]:
        number = hex(int(block_hash[2:], 16))
        roots = {"parentHash": "0x", "stateRoot": "0x", "extrinsicsRoot": "0x"}
        return {"number": number, **roots}

    answers = {
        "chain_subscribeNewHeads": None,
        "chain_subscribeFinalizedHeads": None,
        "chain_getBlockHash": lambda number: f"0x{number:064x}",
        "chain_getHeader": header,
    }
    return Script(answers, notes)


def watched(notes: list[Any]) -> list[int]:
    script = node([*notes, ConnectionLost("x", "the end of the test")])
    with pytest.raises(ConnectionLost):
        script.play(watch())
    return [header.number for header in script.emitted]


def test_what_was_skipped_is_fetched() -> None:
    assert watched([note(5), note(6), note(9)]) == [5, 6, 7, 8, 9]


def test_a_repeated_head_is_told_once() -> None:
    assert watched([note(5), note(5), note(6)]) == [5, 6]


def test_a_long_gap_is_stepped_over() -> None:
    numbers = watched([note(1), note(5000)])
    assert numbers[0] == 1
    assert numbers[1:] == list(range(5000 - FILL_MOST, 5001))


def test_silence_is_an_error() -> None:
    with pytest.raises(DeadlineExceeded, match="no new block for 9 seconds"):
        node([note(5)]).play(watch(stale_after=9))


def test_what_is_no_header_is_the_peers_mistake() -> None:
    with pytest.raises(ProtocolError):
        node([note("five")]).play(watch())


def test_finalized_heads_have_a_subscription_of_their_own() -> None:
    script = node([ConnectionLost("x", "end")])
    with pytest.raises(ConnectionLost):
        script.play(watch(finalized=True))
    assert script.asked[0].method == "chain_subscribeFinalizedHeads"
