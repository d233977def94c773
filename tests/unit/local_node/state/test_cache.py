"""The bounded cache."""

from __future__ import annotations

from local_node.state.cache import Cache


def test_what_is_used_stays_and_the_rest_goes() -> None:
    cache: Cache[int, str] = Cache(10)
    cache.put(-1, "kept")
    cache.put(-2, "forgotten")
    for number in range(25):
        cache.put(number, str(number))
        assert cache.get(-1) == "kept"
    assert cache.get(-2) is None
    assert cache.get(24) == "24"
    held = sum(cache.get(number) is not None for number in range(25))
    assert 10 <= held <= 20


def test_entries_can_be_taken_out() -> None:
    cache: Cache[int, str] = Cache(2)
    for number in range(3):
        cache.put(number, "x")
    cache.discard(0)
    assert cache.get(0) is None
    cache.clear()
    assert cache.get(2) is None


def test_peeking_changes_nothing() -> None:
    cache: Cache[int, str] = Cache(2)
    for key in range(3):
        cache.put(key, str(key))
    assert cache.peek(0) == "0"
    cache.put(3, "3")
    cache.put(4, "4")
    assert cache.peek(0) is None
    assert cache.peek(4) == "4"
