"""Reads of a chain at its head and below."""

from __future__ import annotations

from local_node.chain.chain import Chain
from local_node.chain.errors import ValidityError
from local_node.chain.modes import Manual
from tests.unit.local_node.chain.conftest import START_MS
from tests.unit.local_node.chain.counter import SLOT_MS, TOO_MUCH, add, u32


def test_what_is_not_final_is_listed_on_every_branch(chain: Chain) -> None:
    chain.mode = Manual()
    chain.set_finality_lag(9)
    first = chain.author_block()
    left = chain.author_block([add(1, 0, 1)])
    chain.revert_to(first.hash)
    entered = chain.author_block([add(2, 0, 1)])
    assert chain.finalized.number == 0
    assert chain.unfinalized() == [first, left, entered]
    assert chain.numbers(first=1) == [1, 2]
    chain.finalize(first.hash)
    assert chain.unfinalized() == [left, entered]


def test_time_is_that_of_the_slot(chain: Chain) -> None:
    assert chain.timestamp_ms is None
    assert chain.slot_ms == SLOT_MS
    chain.author_block()
    assert chain.timestamp_ms == START_MS


def test_an_older_state_answers_as_it_was(chain: Chain) -> None:
    for nonce in range(3):
        chain.submit(add(1, nonce, 5))
    at = chain.hash_at(1)
    assert chain.state(at).get(b"sum") == u32(5)
    assert not isinstance(chain.validate(add(1, 1, 5), at), ValidityError)
    assert chain.validate(add(1, 1, 5)) == ValidityError("Stale")
    assert chain.validate(add(1, 3, TOO_MUCH + 1)) == ValidityError("Payment")
