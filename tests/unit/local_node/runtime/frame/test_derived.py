"""What is remembered of stored values is what a reader without memory would find."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chain_spec.pallets import system
from local_node.runtime.frame import Context
from local_node.runtime.frame.derived import Derived
from tests.unit.local_node.runtime.support import fresh_context

WEIGHT = system.storage.BlockWeight
RAW = WEIGHT.prefix


def weight(ref_time: int) -> dict[str, dict[str, int]]:
    kinds = ("normal", "operational", "mandatory")
    return {kind: {"ref_time": ref_time, "proof_size": 1} for kind in kinds}


def total(value: dict[str, dict[str, int]]) -> int:
    return sum(each["ref_time"] for each in value.values())


def largest(value: dict[str, dict[str, int]]) -> int:
    return max(each["ref_time"] for each in value.values())


def write(ctx: Context, number: int) -> None:
    ctx.set(WEIGHT, weight(number))


def write_and_tell(ctx: Context, number: int) -> None:
    ctx.set_derived(WEIGHT, weight(number), total, 3 * number)


def write_raw(ctx: Context, number: int) -> None:
    ctx.ext.set(RAW, ctx.schema.storage(WEIGHT).encode(weight(number)))


def remove(ctx: Context, number: int) -> None:
    ctx.remove(WEIGHT)


def begin(ctx: Context, number: int) -> None:
    ctx.ext.begin()


def roll_back(ctx: Any, number: int) -> None:
    if ctx.ext.depth > 1:
        ctx.ext.rollback()


def commit(ctx: Any, number: int) -> None:
    if ctx.ext.depth > 1:
        ctx.ext.commit()


def look(ctx: Context, number: int) -> None:
    ctx.derived(WEIGHT, total)


STEPS: tuple[Callable[[Any, int], None], ...] = (
    write,
    write_and_tell,
    write_raw,
    remove,
    begin,
    roll_back,
    commit,
    look,
)


@cache
def shared() -> Any:
    """One for all examples, each of which undoes what it did."""
    return fresh_context()


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 3)), max_size=40))
def test_whatever_happens_the_answer_is_that_of_what_is_stored(
    steps: list[tuple[Callable[[Any, int], None], int]],
) -> None:
    ctx = shared()
    ctx.ext.begin()
    try:
        for step, number in steps:
            step(ctx, number)
            assert ctx.derived(WEIGHT, largest) == largest(ctx.get(WEIGHT))
            assert ctx.derived(WEIGHT, total) == total(ctx.get(WEIGHT))
    finally:
        while ctx.ext.depth:
            ctx.ext.rollback()


def test_an_answer_is_made_once_for_the_same_bytes() -> None:
    made: list[bytes] = []

    def make(value: bytes) -> int:
        made.append(value)
        return len(value)

    derived = Derived()
    assert [
        derived.of(raw, lambda data: data, make) for raw in (b"a", b"a", b"bb", b"bb", b"a")
    ] == [
        1,
        1,
        2,
        2,
        1,
    ]
    assert made == [b"a", b"bb", b"a"]


def test_what_the_writer_told_is_not_made_again() -> None:
    derived = Derived()
    derived.learn(b"abc", len, 3)
    assert derived.of(b"abc", _unwanted, len) == 3


def _unwanted(raw: bytes | None) -> bytes:
    raise AssertionError("nobody has to decode this")
