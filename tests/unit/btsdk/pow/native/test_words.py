"""Instructions on words: uniform ones once and before the loop, varying ones on all lanes."""

from __future__ import annotations

import ctypes
from collections.abc import Callable

import pytest

from btsdk.pow.native.words import Word, Words, literal
from tests.unit.btsdk.pow.native.running import Program

LANES = 4
MASK = 0xFFFF_FFFF
U, V = 0x9E37_79B9, (1, 0x8000_0000, 0xDEAD_BEEF, MASK)
"""A uniform word, and a varying one."""

RULES: dict[str, tuple[Callable[[Words, Word, Word], Word], Callable[[int, int], int]]] = {
    "add": (lambda w, a, b: w.add(a, b, literal(7)), lambda a, b: a + b + 7),
    "xor": (lambda w, a, b: w.xor(a, b, a, a), lambda a, b: a ^ b),
    "and": (lambda w, a, b: w.and_(a, b), lambda a, b: a & b),
    "or": (lambda w, a, b: w.or_(a, b), lambda a, b: a | b),
    "right": (lambda w, a, b: w.shift_right(a, 5), lambda a, b: a >> 5),
    "left": (lambda w, a, b: w.shift_left(a, 9), lambda a, b: a << 9),
    "rotate": (lambda w, a, b: w.rotate_right(a, 7), lambda a, b: a >> 7 | a << 25),
}


def run(rule: Callable[[Words, Word, Word], Word], one: Word, other: Word) -> list[int]:
    """The lanes of a rule's result, on `%u` = `U` and `%v` = `V`."""
    words = Words(LANES)
    result = words.of(rule(words, one, other), uniform=False)
    source = "\n".join(
        [
            "define void @run(ptr %uniform, ptr %varying, ptr %out) {",
            "%u = load i32, ptr %uniform",
            f"%v = load {words.vector}, ptr %varying, align 4",
            *words.before,
            *words.inside,
            f"store {words.vector} {result}, ptr %out, align 4",
            "ret void",
            "}",
            "declare i32 @llvm.fshr.i32(i32, i32, i32)",
            f"declare {words.vector} @llvm.fshr.v{LANES}i32({', '.join([words.vector] * 3)})",
        ]
    )
    out = (ctypes.c_uint32 * LANES)()
    Program(source, "run", 3)(ctypes.byref(ctypes.c_uint32(U)), (ctypes.c_uint32 * LANES)(*V), out)
    return list(out)


@pytest.mark.parametrize("name", RULES)
def test_each_operation_on_uniform_and_varying_words(name: str) -> None:
    rule, plain = RULES[name]
    u, v = Word("%u"), Word("%v", uniform=False)
    assert run(rule, u, u) == [plain(U, U) & MASK] * LANES
    assert run(rule, u, v) == [plain(U, each) & MASK for each in V]
    assert run(rule, v, u) == [plain(each, U) & MASK for each in V]
    assert run(rule, v, v) == [plain(each, each) & MASK for each in V]


def test_uniform_words_are_computed_and_spread_once() -> None:
    words = Words(LANES)
    total = words.add(Word("%v", uniform=False), Word("%u"), literal(3))
    assert not total.uniform
    assert len([line for line in words.before if " add " in line]) == 1
    again = words.before[:]
    words.add(Word("%x", uniform=False), words.add(Word("%u"), literal(3)))
    assert [line for line in words.before if "shufflevector" in line].count(again[-1]) == 1
    assert len(words.inside) == 2
