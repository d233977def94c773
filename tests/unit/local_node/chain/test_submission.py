"""From a submission into a block."""

from __future__ import annotations

import pytest

from local_node.chain.authoring import extrinsic_hash
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.events import Event, Status
from local_node.chain.modes import Manual
from tests.unit.local_node.chain.conftest import Open
from tests.unit.local_node.chain.counter import TOO_MUCH, CounterRuntime, add
from tests.unit.local_node.chain.counting import kinds, refusal, total


def test_a_nonce_gap_waits_and_all_go_together(chain: Chain) -> None:
    chain.submit(add(1, 1, 10))
    assert (chain.best.number, len(chain.pool)) == (0, 1)
    chain.submit(add(1, 0, 1))
    assert (chain.best.number, total(chain), len(chain.pool)) == (1, 11, 0)


def test_a_block_from_elsewhere_promotes_who_waited_for_it(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 1, 10))
    chain.author_block([add(1, 0, 1)], only=True)
    chain.author_block()
    assert total(chain) == 11


def test_a_watch_hears_the_whole_life(chain: Chain) -> None:
    heard: list[Status] = []
    chain.submit(add(1, 0, 1))
    name, _ = chain.submit_and_watch(add(1, 2, 1), heard.append)
    chain.submit(add(1, 1, 1))
    assert name == extrinsic_hash(add(1, 2, 1))
    best = chain.best.hash
    assert heard == [
        Status("future"),
        Status("ready"),
        Status("inBlock", best, 2),
        Status("finalized", best, 2),
    ]
    cancelled: list[Status] = []
    _, cancel = chain.submit_and_watch(add(1, 4, 1), cancelled.append)
    cancel()
    chain.submit(add(1, 3, 1))
    assert cancelled == [Status("future")]


def test_a_refused_watch_hears_nothing(chain: Chain) -> None:
    heard: list[Status] = []
    with pytest.raises(PoolError):
        chain.submit_and_watch(add(1, 0, TOO_MUCH + 1), heard.append)
    assert heard == []


def test_replacement_usurps(chain: Chain) -> None:
    chain.mode = Manual()
    heard: list[Status] = []
    chain.submit_and_watch(add(1, 0, 1, priority=2), heard.append)
    assert refusal(chain, add(1, 0, 9, priority=1))[0] == 1014
    new = chain.submit(add(1, 0, 9, priority=3))
    chain.author_block()
    assert heard == [Status("ready"), Status("usurped", new)]
    assert total(chain) == 9


def test_mortal_extrinsics_die_and_stale_ones_are_found(chain: Chain) -> None:
    chain.mode = Manual()
    events: list[Event] = []
    chain.listen(events.append)
    mortal = chain.submit(add(1, 3, 1, lifetime=2))
    stale = chain.submit(add(2, 0, 1))
    chain.author_block([add(2, 0, 50)], only=True)
    chain.author_block(only=True)
    chain.author_block(only=True)
    assert kinds(events, mortal) == ["future", "invalid"]
    assert kinds(events, stale) == ["ready", "invalid"]
    assert len(chain.pool) == 0


def test_each_extrinsic_is_validated_once_on_its_way(open_chain: Open) -> None:
    runtime = CounterRuntime()
    chain = open_chain(runtime=runtime)
    for nonce in range(5):
        chain.submit(add(1, nonce, 1))
    assert runtime.calls["TaggedTransactionQueue_validate_transaction"] == 5
    assert len(runtime.applied) == 5


def test_many_submissions_may_share_a_block(chain: Chain) -> None:
    for nonce in range(10):
        chain.submit(add(1, nonce, 1), produce=False)
    chain.produce()
    assert (chain.best.number, total(chain)) == (1, 10)
