"""The claims on nonces, and when they end."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from btsdk.tx.nonces import GRACE, Nonces

ONE, OTHER = bytes(32), b"\1" * 32


class Line:
    """A connection by its number."""

    number = 1

    def __call__(self) -> int:
        return self.number


def test_each_is_given_once_and_accounts_are_apart() -> None:
    nonces = Nonces(Line())
    assert [nonces.take(ONE, 5, 0) for _ in range(3)] == [5, 6, 7]
    assert nonces.take(OTHER, 5, 0) == 5
    assert nonces.next(ONE, 5, 0) == 8
    assert nonces.next(ONE, 5, 0) == 8


def test_what_is_given_back_is_used_first() -> None:
    nonces = Nonces(Line())
    for _ in range(3):
        nonces.take(ONE, 5, 0)
    nonces.give_back(ONE, 6)
    assert [nonces.take(ONE, 5, 0) for _ in range(2)] == [6, 8]


def test_the_node_counts_past_a_claim() -> None:
    nonces = Nonces(Line())
    nonces.take(ONE, 5, 0)
    assert nonces.take(ONE, 9, 0) == 9
    assert nonces.take(ONE, 7, 0) == 7


def test_a_claim_ends_after_some_blocks_or_with_the_connection() -> None:
    line = Line()
    nonces = Nonces(line)
    nonces.take(ONE, 5, 100)
    assert nonces.next(ONE, 5, 100 + GRACE) == 6
    assert nonces.next(ONE, 5, 101 + GRACE) == 5
    nonces.take(ONE, 5, 100)
    line.number += 1
    assert nonces.next(ONE, 5, 100) == 5


def test_a_reserved_nonce_outlives_the_connection() -> None:
    line = Line()
    nonces = Nonces(line)
    assert nonces.take(ONE, 5, 100, 2) == 5
    nonces.reserve(ONE, 6, 104)
    line.number += 1
    assert nonces.next(ONE, 6, 104) == 7
    assert nonces.next(ONE, 6, 105) == 6


def test_two_in_a_row_are_free_together() -> None:
    nonces = Nonces(Line())
    nonces.take(ONE, 6, 0)
    assert nonces.take(ONE, 5, 0, 2) == 7
    assert nonces.take(ONE, 5, 0) == 5


@given(st.lists(st.tuples(st.booleans(), st.integers(1, 2), st.integers(0, 3)), max_size=40))
def test_no_nonce_is_held_twice(steps: list[tuple[bool, int, int]]) -> None:
    nonces = Nonces(Line())
    held: list[tuple[int, int]] = []
    counted = 0
    for takes, count, advance in steps:
        if takes or not held:
            first = nonces.take(ONE, counted, 0, count)
            taken = {each for start, size in held for each in range(start, start + size)}
            assert taken.isdisjoint(range(first, first + count))
            assert first >= counted
            held.append((first, count))
        else:
            nonces.give_back(ONE, *held.pop(advance % len(held)))
