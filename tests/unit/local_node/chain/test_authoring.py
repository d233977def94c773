"""Blocks as the author makes them."""

from __future__ import annotations

import pytest

from btsdk.keys.verifying import verify
from local_node.chain.authoring import AuthoringError
from local_node.chain.chain import Chain
from local_node.chain.errors import PoolError
from local_node.chain.events import Status
from local_node.chain.modes import Interval, Manual
from local_node.runtime.boundary import Externalities
from tests.unit.local_node.chain.conftest import START_MS, Open, Wall
from tests.unit.local_node.chain.counter import (
    ONE,
    PANICS,
    ROOM,
    SLOT_MS,
    CounterRuntime,
    add,
    set_time,
)
from tests.unit.local_node.chain.counting import total
from tests.unit.local_node.state import reference


def test_a_submission_is_in_a_sealed_block_at_once(chain: Chain) -> None:
    chain.submit(add(1, 0, 10))
    assert (chain.best.number, total(chain)) == (1, 10)
    block = chain.block(chain.best.hash)
    assert block is not None
    assert block.extrinsics == (set_time(START_MS), add(1, 0, 10))
    assert block.header.state_root == reference.root(dict(chain.state().items()))
    assert block.header.extrinsics_root == reference.ordered(block.extrinsics)
    assert block.header.slot == START_MS // SLOT_MS
    assert block.header.parent_hash == chain.genesis_hash == chain.hash_at(0)
    seal = block.header.seal
    assert seal is not None
    assert seal.engine == b"aura"
    assert verify(seal.data, block.header.unsealed().hash, ONE)


def test_what_makes_the_runtime_panic_leaves_nothing_behind(chain: Chain) -> None:
    heard: list[Status] = []
    chain.mode = Manual()
    chain.submit_and_watch(add(1, 0, PANICS), heard.append)
    chain.submit(add(2, 0, 7))
    chain.author_block()
    assert [status.kind for status in heard] == ["ready", "invalid"]
    assert total(chain) == 7
    assert chain.state().get(b"nonce \x01") is None
    assert chain.check(execute=True) == []


def test_a_full_block_leaves_the_rest_for_the_next(chain: Chain) -> None:
    chain.mode = Manual()
    for nonce in range(ROOM + 20):
        chain.submit(add(1, nonce, 1))
    chain.author_block()
    assert total(chain) == ROOM
    assert len(chain.pool) == 20
    chain.author_block()
    assert (total(chain), len(chain.pool)) == (ROOM + 20, 0)


def test_forced_extrinsics_come_first_and_alone_if_asked(chain: Chain) -> None:
    chain.mode = Manual()
    chain.submit(add(1, 0, 1))
    chain.author_block([add(2, 0, 2)], only=True)
    assert (total(chain), len(chain.pool)) == (2, 1)
    with pytest.raises(PoolError) as caught:
        chain.author_block([add(2, 0, 2)])
    assert caught.value.data == "Transaction is outdated"
    assert chain.best.number == 1


def test_a_runtime_without_slots_has_neither_slot_nor_seal(open_chain: Open) -> None:
    chain = open_chain(runtime=CounterRuntime(aura=False))
    chain.submit(add(1, 0, 3))
    header = chain.header(chain.best.hash)
    assert header is not None
    assert (header.digest, total(chain)) == ((), 3)


def test_an_authority_without_a_key_is_said_so(open_chain: Open) -> None:
    chain = open_chain(authorities=[])
    with pytest.raises(AuthoringError, match="not in the node's keyring"):
        chain.author_block()
    assert chain.best.number == 0


def test_a_header_that_the_runtime_gets_wrong_is_caught(open_chain: Open) -> None:
    class Forgetful(CounterRuntime):
        def noted(self, ext: object) -> list[bytes]:
            return []

    with pytest.raises(AuthoringError, match="extrinsics root"):
        open_chain(runtime=Forgetful()).author_block()


def test_a_timed_block_stops_taking_in_when_its_time_is_over(open_chain: Open, wall: Wall) -> None:
    class Slow(CounterRuntime):
        def apply(self, args: bytes, ext: Externalities) -> bytes:
            wall.ms += 1000
            return super().apply(args, ext)

    chain = open_chain(runtime=Slow(), mode=Interval(6))
    for nonce in range(10):
        chain.submit(add(1, nonce, 1))
    wall.ms += chain.next_tick_ms() or 0
    assert chain.tick() is not None
    assert (total(chain), len(chain.pool)) == (3, 7)
