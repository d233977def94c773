"""Finality that lags: what is final, and what watchers of extrinsics hear of a reorganisation."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from btsdk.errors import UsageError
from local_node.chain import inclusions
from local_node.chain.chain import Chain
from local_node.chain.clock import Clock
from local_node.chain.errors import PoolError, UnknownBlock
from local_node.chain.events import Event, Finalized, Imported, Status
from local_node.chain.finality import LONGEST_LAG
from local_node.chain.modes import Manual
from local_node.state.store import Store
from tests.unit.local_node.chain.conftest import Open, Wall
from tests.unit.local_node.chain.counter import CounterRuntime, Spec, add

FOLLOWS: dict[str | None, set[str]] = {
    None: {"ready", "future"},
    "future": {"ready", "inBlock", "usurped", "dropped", "invalid"},
    "ready": {"future", "inBlock", "usurped", "dropped", "invalid"},
    "inBlock": {"retracted", "finalized", "finalityTimeout"},
    "retracted": {"ready", "future", "inBlock", "usurped", "dropped", "invalid"},
}
"""What an extrinsic may be after what; nothing follows on what is not here."""


@pytest.fixture
def lagging(chain: Chain) -> Chain:
    """Three numbers behind; blocks come on request."""
    chain.mode = Manual()
    chain.set_finality_lag(3)
    return chain


def watched(chain: Chain, extrinsic: bytes) -> list[Status]:
    heard: list[Status] = []
    chain.submit_and_watch(extrinsic, heard.append)
    return heard


def kinds(heard: list[Status]) -> list[str]:
    return [status.kind for status in heard]


def grow(chain: Chain, count: int) -> None:
    for _ in range(count):
        chain.author_block()


def at(chain: Chain, number: int) -> bytes:
    found = chain.hash_at(number)
    assert found is not None
    return found


# What is final


def test_finality_is_instant_unless_somebody_asks(chain: Chain) -> None:
    grow(chain, 2)
    assert (chain.finalized, chain.finality_lag, chain.unfinalized()) == (chain.best, 0, [])
    assert chain.store.note("finalized") is None


def test_it_follows_at_its_distance(lagging: Chain) -> None:
    seen = []
    for _ in range(6):
        lagging.author_block()
        seen.append(lagging.finalized.number)
    assert seen == [0, 0, 0, 1, 2, 3]
    assert lagging.finalized.hash == lagging.hash_at(3)
    assert [ref.number for ref in lagging.unfinalized()] == [4, 5, 6]


def test_another_distance_never_takes_anything_back(lagging: Chain) -> None:
    heard: list[Event] = []
    grow(lagging, 6)
    lagging.listen(heard.append)
    lagging.set_finality_lag(5)
    assert (lagging.finalized.number, heard) == (3, [])
    grow(lagging, 1)
    assert lagging.finalized.number == 3
    four, five, six, _ = lagging.unfinalized()
    lagging.set_finality_lag(1)
    assert heard[-1] == Finalized(six, (four, five))
    lagging.set_finality_lag(0)
    assert lagging.finalized == lagging.best


def test_a_block_is_final_on_request(lagging: Chain) -> None:
    grow(lagging, 5)
    wanted = at(lagging, 4)
    heard: list[Event] = []
    lagging.listen(heard.append)
    assert lagging.finalize(wanted).hash == wanted
    assert [type(event) for event in heard] == [Finalized]
    assert lagging.finalize(at(lagging, 1)).number == 4
    assert len(heard) == 1
    grow(lagging, 1)
    assert lagging.finalized.number == 4
    assert lagging.finalize() == lagging.best
    fork = lagging.best
    lagging.revert_to(at(lagging, 5))
    with pytest.raises(UsageError, match="not on the best chain"):
        lagging.finalize(fork.hash)
    with pytest.raises(UnknownBlock):
        lagging.finalize(bytes(32))


@pytest.mark.parametrize("wrong", [-1, LONGEST_LAG + 1, 1.5, True, "3"])
def test_what_is_no_distance(chain: Chain, wrong: Any) -> None:
    with pytest.raises(UsageError, match="finality lag"):
        chain.set_finality_lag(wrong)


def test_numbers_that_a_block_skips_count(lagging: Chain) -> None:
    grow(lagging, 2)
    lagging.author_block(number=100)
    assert lagging.finalized.number == 2
    grow(lagging, 2)
    assert lagging.finalized.number == 2
    grow(lagging, 1)
    assert lagging.finalized.number == 100


def test_a_rewind_goes_behind_it(lagging: Chain) -> None:
    grow(lagging, 6)
    target = at(lagging, 1)
    heard: list[Event] = []
    lagging.revert_to(target)
    lagging.listen(heard.append)
    assert (lagging.best.number, lagging.finalized.hash) == (1, target)
    grow(lagging, 3)
    assert lagging.finalized.hash == target
    grow(lagging, 1)
    assert (lagging.finalized.number, lagging.finalized.hash) == (2, lagging.hash_at(2))
    final = [event.block.number for event in heard if isinstance(event, Finalized)]
    assert final == [2]


def test_it_is_kept_with_the_chain(open_chain: Open, tmp_path: Path) -> None:
    chain = open_chain(Store(tmp_path / "c.chain"))
    chain.set_finality_lag(2)
    grow(chain, 5)
    chain.finalize(at(chain, 4))
    expected = chain.best, chain.finalized, chain.finality_lag
    chain.close()
    again = open_chain(Store(tmp_path / "c.chain"))
    assert (again.best, again.finalized, again.finality_lag) == expected
    assert again.finalized.number == 4
    copy = again.copy()
    assert (copy.best, copy.finalized, copy.finality_lag) == expected
    grow(again, 2)
    assert again.finalized.number == 5
    again.set_finality_lag(0)
    again.close()
    assert open_chain(Store(tmp_path / "c.chain")).finalized.number == 7


def test_what_a_release_without_lag_left_is_final(open_chain: Open, tmp_path: Path) -> None:
    chain = open_chain(Store(tmp_path / "c.chain"))
    chain.set_finality_lag(2)
    grow(chain, 5)
    low = at(chain, 1)
    chain.store.set_head(low)  # and says nothing of what is final
    chain.close()
    again = open_chain(Store(tmp_path / "c.chain"))
    assert again.finalized == again.best
    assert again.best.hash == low


# What watchers hear


def test_a_transfer_is_retracted_and_comes_again(lagging: Chain) -> None:
    grow(lagging, 1)
    heard = watched(lagging, add(1, 0, 5))
    lost = lagging.author_block()
    grow(lagging, 1)
    lagging.revert_to(at(lagging, 1))
    again = lagging.author_block()
    grow(lagging, 3)
    assert heard == [
        Status("ready"),
        Status("inBlock", lost.hash, 1),
        Status("retracted", lost.hash),
        Status("ready"),
        Status("inBlock", again.hash, 1),
        Status("finalized", again.hash, 1),
    ]


def test_what_another_branch_has_too_is_not_ready_between(open_chain: Open) -> None:
    """First that it was retracted, then where it is."""
    chain, other = open_chain(), open_chain()
    chain.mode = other.mode = Manual()
    chain.set_finality_lag(3)
    heard = watched(chain, add(1, 0, 5))
    lost = chain.author_block()
    other.author_block()
    other.submit(add(1, 0, 5))
    other.author_block()
    events: list[Event] = []
    chain.listen(events.append)
    for number in (1, 2):
        block = other.block(at(other, number))
        assert block is not None
        chain.import_block(block)
    assert isinstance(events[0], Imported)
    assert events[0].retracted == (lost,)
    assert kinds(heard) == ["ready", "inBlock", "retracted", "ready", "inBlock"]
    assert heard[-1].hash == other.best.hash


def test_who_waits_and_goes_on_waiting_hears_nothing(lagging: Chain) -> None:
    first = watched(lagging, add(1, 0, 5))
    lost = lagging.author_block()
    second = watched(lagging, add(1, 1, 5))
    third = watched(lagging, add(1, 3, 5))
    lagging.revert_to(lagging.genesis_hash)
    assert kinds(first) == ["ready", "inBlock", "retracted", "ready"]
    assert (kinds(second), kinds(third)) == (["ready"], ["future"])
    made = lagging.block(lagging.author_block().hash)
    assert made is not None
    assert [add(1, nonce, 5) in made.extrinsics for nonce in (0, 1, 3)] == [True, True, False]
    assert made.hash != lost.hash


def test_what_does_not_hold_on_the_new_branch_is_invalid(lagging: Chain) -> None:
    """The other branch has spent the nonce."""
    heard = watched(lagging, add(1, 0, 5))
    branch = lagging.best
    one = lagging.author_block()
    lagging.revert_to(branch.hash)
    lagging.remove([entry.hash for entry in lagging.pending()])
    assert kinds(heard) == ["ready", "inBlock", "retracted", "ready", "invalid"]
    lagging.author_block([add(1, 0, 7)])
    later = watched(lagging, add(1, 1, 9))
    lagging.revert_to(one.hash)
    assert kinds(later) == ["ready"]
    lagging.author_block()
    assert kinds(later) == ["ready", "inBlock"]


def test_a_rewind_brings_nothing_back(lagging: Chain) -> None:
    grow(lagging, 4)
    heard = watched(lagging, add(1, 0, 5))
    grow(lagging, 1)
    lagging.revert_to(lagging.genesis_hash)
    assert kinds(heard) == ["ready", "inBlock", "retracted", "dropped"]
    assert lagging.pending() == []


def test_a_snapshot_brings_it_back_into_the_pool(lagging: Chain) -> None:
    heard = watched(lagging, add(1, 0, 5))
    before = lagging.snapshot()
    grow(lagging, 1)
    behind = lagging.snapshot()
    lagging.revert(before)
    assert kinds(heard) == ["ready", "inBlock", "retracted", "ready"]
    lagging.revert(behind)
    assert kinds(heard)[4:] == ["inBlock"]
    grow(lagging, 3)
    assert kinds(heard)[5:] == ["finalized"]


def test_too_many_blocks_wait(lagging: Chain, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inclusions, "MOST_BLOCKS", 2)
    lagging.set_finality_lag(LONGEST_LAG)
    heard = [watched(lagging, add(account, 0, 5)) for account in (1,)]
    first = lagging.author_block()
    for account in (2, 3):
        heard.append(watched(lagging, add(account, 0, 5)))
        lagging.author_block()
    grow(lagging, 3)
    assert heard[0][-1] == Status("finalityTimeout", first.hash, 1)
    assert [kinds(each)[-1] for each in heard[1:]] == ["inBlock", "inBlock"]


# Whatever happens

ACTIONS = st.lists(
    st.tuples(
        st.sampled_from(["submit", "submit", "block", "block", "back", "back", "aside", "lag"])
        | st.sampled_from(["finalize", "rewind", "drop", "given"]),
        st.integers(0, 9),
    ),
    min_size=4,
    max_size=30,
)


class Bench:
    """A chain to which things happen, with all that anybody heard of it."""

    def __init__(self, chain: Chain) -> None:
        self.chain = chain
        chain.mode = Manual()
        chain.set_finality_lag(2)
        self.told = [watched(chain, add(one, nonce, 1)) for one in (1, 2) for nonce in (0, 1)]
        self.final = [0]
        self.rewound = False
        self.blocks = [chain.best]
        chain.listen(self._hear)

    def _hear(self, event: Event) -> None:
        if isinstance(event, Imported):
            self.blocks.append(event.block.ref)
        if isinstance(event, Finalized):
            self.final += [ref.number for ref in (*event.below, event.block)]

    def do(self, name: str, n: int) -> None:
        chain = self.chain
        low, high = chain.finalized.number, chain.best.number
        if name == "submit":
            self.told.append(watched(chain, add(n % 4, n // 4, 7 + len(self.told), 1 + n % 2)))
        elif name == "given":
            chain.author_block([add(n % 4, n // 4, 1000 + len(self.blocks))])
        elif name == "block":
            chain.author_block(number=high + 1 + n if n > 8 else None)
        elif name == "back":
            chain.revert_to(chain.store.newest(low + n % (high - low + 1)))
        elif name == "aside":
            standing = [*chain.unfinalized(), chain.finalized]
            chain.revert_to(standing[n % len(standing)].hash)
        elif name == "lag":
            chain.set_finality_lag(n % 5)
        elif name == "finalize":
            chain.finalize(None if n > 6 else at(chain, high))
        elif name == "drop":
            chain.remove([entry.hash for entry in chain.pool.entries()][: n % 3])
        elif n > 7:
            self.rewound = True
            chain.revert_to(self.blocks[n % len(self.blocks)].hash)


@settings(max_examples=150)
@given(actions=ACTIONS)
def test_whatever_happens_statuses_are_in_order_and_what_is_final_stays(
    actions: list[tuple[str, int]],
) -> None:
    bench = Bench(Chain.open(Spec(), Store(), Clock(Wall()), CounterRuntime()))
    chain = bench.chain
    for name, n in actions:
        before = chain.finalized
        try:
            bench.do(name, n)
        except PoolError:
            continue
        stays = chain.hash_at(before.number) == before.hash
        assert stays or bench.rewound
        assert chain.hash_at(chain.finalized.number) == chain.finalized.hash
        due = chain.header(chain.store.newest(max(0, chain.best.number - chain.finality_lag)))
        assert due is not None
        assert chain.finalized.number >= due.number
    if not bench.rewound:
        assert all(low < high for low, high in pairwise(bench.final))
    chain.set_finality_lag(0)
    for heard in bench.told:
        _expect_legal(kinds(heard))
        last = heard[-1]
        if last.kind == "finalized" and not bench.rewound:
            block = chain.block(last.hash or b"")
            assert block is not None
            assert chain.hash_at(block.number) == block.hash
        assert last.kind != "inBlock", "it is final, or it is not there"
    assert chain.check(execute=True) == []
    chain.close()


def _expect_legal(statuses: list[str]) -> None:
    for before, after in pairwise([None, *statuses]):
        assert after in FOLLOWS.get(before, set()), statuses
