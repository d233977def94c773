"""The pool by itself: order, waiting, replacement, bans, limits, and its invariants."""

from __future__ import annotations

import contextlib
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_node.chain.errors import PoolError
from local_node.chain.events import Status
from local_node.chain.eviction import Eviction
from local_node.chain.pool import BAN_MS, PoolLimits, TransactionPool
from local_node.chain.validity import PoolValidity


class Bench:
    """A pool with its statuses on record; extrinsics are named by account and nonce."""

    def __init__(self, limits: PoolLimits | None = None) -> None:
        self.now = 0
        self.heard: list[tuple[bytes, str]] = []
        self.pool = TransactionPool(self.hear, lambda: self.now, limits)
        self.best = 0
        self.nonces: dict[str, int] = {}

    def hear(self, name: bytes, status: Status) -> None:
        self.heard.append((name, status.kind))

    def add(self, account: str, nonce: int, priority: int = 1, longevity: int = 100) -> bytes:
        name = f"{account}{nonce}p{priority}".encode()
        requires = () if nonce == self.nonces.get(account, 0) else (self.tag(account, nonce - 1),)
        valid = PoolValidity(priority, requires, (self.tag(account, nonce),), longevity, True)
        self.pool.refuse_known(name)
        self.pool.add(name, name * 3, valid, self.best)
        return name

    def tag(self, account: str, nonce: int) -> bytes:
        return f"{account}/{nonce}".encode()

    def ready(self) -> list[bytes]:
        return [entry.hash for entry in self.pool.ready()]

    def waiting(self) -> list[bytes]:
        return [entry.hash for entry in self.pool.future()]


def refusal(add: object) -> int:
    assert callable(add)
    with pytest.raises(PoolError) as caught:
        add()
    return caught.value.code


def test_priority_decides_between_accounts_and_nonces_within_one() -> None:
    bench = Bench()
    slow = [bench.add("a", 0, 1), bench.add("a", 1, 9)]
    fast = [bench.add("b", 0, 5), bench.add("b", 1, 5)]
    assert bench.ready() == [*fast, *slow]


def test_equal_priority_prefers_the_shorter_life_then_the_earlier() -> None:
    bench = Bench()
    first, second = bench.add("a", 0), bench.add("b", 0)
    short = bench.add("c", 0, longevity=5)
    assert bench.ready() == [short, first, second]


def test_a_gap_is_waited_for_and_filled() -> None:
    bench = Bench()
    late = bench.add("a", 2)
    middle = bench.add("a", 1)
    assert (bench.ready(), bench.waiting()) == ([], [late, middle])
    first = bench.add("a", 0)
    assert (bench.ready(), bench.waiting()) == ([first, middle, late], [])
    assert bench.heard == [
        (late, "future"),
        (middle, "future"),
        (first, "ready"),
        (middle, "ready"),
        (late, "ready"),
    ]


def test_a_higher_priority_takes_the_place_and_keeps_who_follows() -> None:
    bench = Bench()
    old, follower = bench.add("a", 0, 3), bench.add("a", 1)
    with pytest.raises(PoolError) as caught:
        bench.add("a", 0, 2)
    assert (caught.value.code, caught.value.text) == (1014, "Priority is too low: (3 vs 2)")
    new = bench.add("a", 0, 4)
    assert bench.ready() == [new, follower]
    assert (old, "usurped") in bench.heard


def test_known_and_banned_extrinsics_have_their_codes() -> None:
    bench = Bench()
    name = bench.add("a", 0)
    assert refusal(lambda: bench.add("a", 0)) == 1013
    bench.pool.remove_invalid([name])
    assert refusal(lambda: bench.add("a", 0)) == 1012
    bench.now = BAN_MS + 1
    assert bench.add("a", 0) == name


def test_of_very_many_bans_the_oldest_are_forgotten() -> None:
    bench = Bench()
    names = [number.to_bytes(4, "big") for number in range(5000)]
    for first in range(0, len(names), 100):
        bench.pool.ban(names[first : first + 100])
    assert [name for name, _ in bench.pool.save().banned] == names[-4096:]
    bench.pool.refuse_known(names[0])
    assert refusal(lambda: bench.pool.refuse_known(names[-1])) == 1012


def test_an_extrinsic_without_tags_cannot_be_told_apart() -> None:
    bench = Bench()
    valid = PoolValidity(1, (), (), 1, True)
    assert refusal(lambda: bench.pool.add(b"x", b"x", valid, 0)) == 1019


def test_a_block_frees_those_who_waited_and_ends_rivals() -> None:
    bench = Bench()
    included, rival = bench.add("a", 0), bench.add("b", 0)
    waiting = bench.add("c", 1)
    bench.pool.prune([included, b"stranger"], [bench.tag("b", 0), bench.tag("c", 0)])
    assert bench.ready() == [waiting]
    assert (rival, "invalid") in bench.heard
    assert (included, "invalid") not in bench.heard
    bench.nonces["a"] = 0
    assert refusal(lambda: bench.add("a", 0)) == 1012


def test_who_depends_on_the_invalid_leaves_with_it() -> None:
    bench = Bench()
    chain = [bench.add("a", nonce) for nonce in range(3)]
    other = bench.add("b", 0)
    bench.pool.remove_invalid([chain[1]])
    assert bench.ready() == [chain[0], other]
    assert bench.heard[-2:] == [(chain[1], "invalid"), (chain[2], "invalid")]


def test_the_mortal_leave_when_their_time_is_over() -> None:
    bench = Bench()
    mortal, lasting = bench.add("a", 0, longevity=4), bench.add("b", 0)
    bench.pool.remove_expired(4)
    assert set(bench.ready()) == {mortal, lasting}
    bench.pool.remove_expired(5)
    assert bench.ready() == [lasting]


def test_a_full_pool_drops_the_worst_or_refuses_the_newcomer() -> None:
    bench = Bench(PoolLimits(ready_count=2, future_count=1))
    worst, best = bench.add("a", 0, 1), bench.add("b", 0, 9)
    better = bench.add("c", 0, 5)
    assert bench.ready() == [best, better]
    assert (worst, "dropped") in bench.heard
    assert refusal(lambda: bench.add("d", 0, 2)) == 1016


def test_of_equal_ones_the_oldest_leaves_and_who_needs_it() -> None:
    bench = Bench(PoolLimits(ready_count=3))
    first, follower = bench.add("a", 0), bench.add("a", 1, 9)
    second = bench.add("b", 0, longevity=5)
    third = bench.add("c", 0)
    assert set(bench.ready()) == {second, third}
    assert bench.heard[-2:] == [(first, "dropped"), (follower, "dropped")]


def test_the_oldest_of_those_that_wait_leaves() -> None:
    bench = Bench(PoolLimits(future_count=2))
    first, second, third = (bench.add(account, 5, priority) for account, priority in PRIORITIES)
    assert bench.waiting() == [second, third]
    assert (first, "dropped") in bench.heard
    assert bench.pool.get(first) is None


PRIORITIES = (("e", 9), ("f", 1), ("g", 5))


def test_what_became_ready_late_is_as_new_as_what_comes_then() -> None:
    bench = Bench(PoolLimits(ready_count=2))
    waited = bench.add("a", 1)
    early, opener = bench.add("b", 0), bench.add("a", 0)
    assert (early, "dropped") in bench.heard
    assert bench.ready() == [opener, waited]


class Counted(int):
    """A priority that counts how often it is compared."""

    times = 0

    def __lt__(self, other: int) -> bool:
        Counted.times += 1
        return int(self) < int(other)

    def __gt__(self, other: int) -> bool:
        Counted.times += 1
        return int(self) > int(other)

    def __eq__(self, other: object) -> bool:
        Counted.times += 1
        return isinstance(other, int) and int(self) == int(other)

    def __neg__(self) -> Counted:
        return Counted(-int(self))

    __hash__ = int.__hash__


def test_a_full_pool_is_not_looked_through() -> None:
    bench, chance = Bench(), Random(1)
    most = PoolLimits().ready_count
    for number in range(most):
        bench.add(f"{number}/", 0, Counted(chance.randrange(1, 1000)))
    assert len(bench.pool) == most
    Counted.times, more = 0, 500
    for number in range(most, most + more):
        with contextlib.suppress(PoolError):
            bench.add(f"{number}/", 0, Counted(chance.randrange(1, 1000)))
    assert len(bench.pool) == most
    assert 0 < Counted.times < more * 100


def test_extrinsics_that_come_and_go_leave_nothing_behind() -> None:
    bench = Bench()
    for number in range(5000):
        bench.add("a", 0, 1 + number)  # each takes the place of the one before
    assert len(bench.pool) == 1
    assert len(bench.pool._eviction._heap) < 200


orders = st.lists(
    st.one_of(
        st.tuples(st.just("put"), st.integers(0, 5), st.integers(0, 3)),
        st.tuples(st.just("remove"), st.integers(0, 5), st.just(0)),
    ),
    max_size=300,
)


@given(orders)
def test_who_leaves_first_is_who_stands_lowest(walk: list[tuple[str, int, int]]) -> None:
    eviction = Eviction()
    standing: dict[bytes, tuple[int, int]] = {}
    for number, (kind, who, priority) in enumerate(walk):
        name = bytes([who])
        if kind == "put":
            standing[name] = (priority, number)
            eviction.put(name, standing[name])
        elif name in standing:
            eviction.remove(name)
            del standing[name]
        if standing:
            assert eviction.first() == min(standing, key=lambda name: standing[name])


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 9)), max_size=60))
def test_what_stays_in_a_full_pool_is_what_the_plain_rule_keeps(
    arriving: list[tuple[int, int]],
) -> None:
    limits = PoolLimits(ready_count=7, ready_bytes=60)
    bench = Bench(limits)
    kept: list[tuple[int, int, bytes, int]] = []
    for number, (priority, size) in enumerate(arriving):
        name = bytes([number])
        valid = PoolValidity(priority, (), (name,), 100, True)
        with contextlib.suppress(PoolError):
            bench.pool.add(name, bytes(size), valid, 0)
        kept.append((priority, number, name, size))
        while len(kept) > limits.ready_count or sum(e[3] for e in kept) > limits.ready_bytes:
            kept.remove(min(kept))
        assert sorted(bench.ready()) == sorted(entry[2] for entry in kept)


def test_bytes_are_limited_too() -> None:
    bench = Bench(PoolLimits(ready_bytes=30))
    bench.add("a", 0, 1)
    bench.add("b", 0, 2)
    bench.add("c", 0, 3)
    assert len(bench.ready()) == 2


steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from("abc"), st.integers(0, 4), st.integers(1, 4)),
        st.tuples(st.just("include"), st.integers(0, 3), st.just(0), st.just(0)),
        st.tuples(st.just("invalid"), st.integers(0, 9), st.just(0), st.just(0)),
    ),
    max_size=40,
)


@given(steps)
def test_ready_is_always_executable_in_its_order(
    walk: list[tuple[str, str | int, int, int]],
) -> None:
    bench = Bench(PoolLimits(ready_count=9, future_count=5))
    for kind, what, nonce, priority in walk:
        if kind == "add" and isinstance(what, str):
            if nonce >= bench.nonces.get(what, 0):
                with contextlib.suppress(PoolError):
                    bench.add(what, nonce, priority)
        elif kind == "include" and isinstance(what, int):
            included = list(bench.pool.ready())[:what]
            for entry in included:
                account = entry.hash.decode()[0]
                bench.nonces[account] = bench.nonces.get(account, 0) + 1
            bench.pool.prune([entry.hash for entry in included], [])
        elif isinstance(what, int):
            bench.pool.remove_invalid([entry.hash for entry in bench.pool.entries()[what:][:1]])
        expected = dict(bench.nonces)
        for entry in bench.pool.ready():
            account, rest = entry.hash.decode()[0], entry.hash.decode()[1:]
            assert int(rest.split("p")[0]) == expected.get(account, 0)
            expected[account] = expected.get(account, 0) + 1
    order = bench.ready()
    assert (
        len(order) == len(set(order)) == sum(1 for e in bench.pool.entries()) - len(bench.waiting())
    )
