"""The chain as its users meet it, on a runtime that the host has never heard of."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from local_node.chain.chain import Chain
from local_node.chain.modes import Manual
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import START_MS, Open
from tests.unit.local_node.chain.counter import FAILS_IN_DISPATCH, add
from tests.unit.local_node.chain.counting import total


def test_a_failed_dispatch_is_in_the_block_all_the_same(chain: Chain) -> None:
    chain.submit(add(1, 0, FAILS_IN_DISPATCH))
    assert (chain.best.number, total(chain)) == (1, 0)
    chain.submit(add(1, 1, 5))
    assert total(chain) == 5


def test_the_pool_can_be_read_in_order_and_emptied(chain: Chain) -> None:
    chain.mode = Manual()
    first, second = chain.submit(add(1, 0, 1)), chain.submit(add(1, 1, 1, priority=9))
    other = chain.submit(add(2, 0, 1, priority=5))
    assert [entry.hash for entry in chain.pending()] == [other, first, second]
    assert set(chain.remove([first])) == {first, second}
    assert [entry.extrinsic for entry in chain.pending()] == [add(2, 0, 1, priority=5)]


def test_a_chain_goes_on_where_it_stopped(open_chain: Open, tmp_path: Path) -> None:
    chain = open_chain(Store(tmp_path / "c"))
    chain.submit(add(1, 0, 5))
    chain.travel_to(START_MS + 1_000_000)
    best, genesis = chain.best, chain.genesis_hash
    chain.close()
    again = open_chain(Store(tmp_path / "c"))
    assert (again.best, again.genesis_hash, total(again)) == (best, genesis, 5)
    assert again.clock.offset_ms == 1_000_000
    again.submit(add(1, 1, 5))
    assert again.check(execute=True) == []


def test_threads_may_share_a_chain(chain: Chain) -> None:
    def use(account: int) -> None:
        for nonce in range(10):
            chain.submit(add(account, nonce, 1))
            assert chain.state().get(b"nonce " + bytes([account])) is not None
            chain.call("Core_version")

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(use, range(1, 5)))
    assert total(chain) == 40
    assert chain.check(execute=True) == []
