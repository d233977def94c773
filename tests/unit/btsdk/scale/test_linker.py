"""Generated functions: made when first called, known to each other by name."""

from __future__ import annotations

import threading

import pytest

from btsdk.scale import Registry
from btsdk.scale.linker import Function, Linker
from btsdk.scale.types import Case, Composite, Field, Primitive, Type, Variant


def test_functions_are_made_once_and_find_each_other() -> None:
    linker, made = Linker({"double": lambda n: 2 * n}, threading.RLock()), []

    def make(body: str) -> Function:
        def define(name: str) -> Function:
            made.append(name)
            return linker.define(name, f"def {name}(n):\n    return {body}")

        return define

    inner = linker.lazy("inner", 1, make("double(n) + 1"))
    outer = linker.lazy("outer", 1, make(f"{inner}({inner}(n))"))
    assert (linker.lazy("inner", 1, make("0")), made) == (inner, [])
    function = linker.resolve(outer)
    assert [function(1), function(2)] == [7, 11]
    assert made == [outer, inner]


def test_a_function_that_cannot_be_made_is_tried_again() -> None:
    linker, attempts = Linker({}, threading.RLock()), []

    def make(name: str) -> Function:
        attempts.append(name)
        raise ValueError(name)

    name = linker.lazy("bad", 1, make)
    for _ in range(2):
        with pytest.raises(ValueError, match=name):
            linker.resolve(name)
    assert attempts == [name, name]


def test_constants_are_shared_by_key() -> None:
    linker = Linker({}, threading.RLock())
    assert linker.constant("c", [1], "key") == linker.constant("c", [2], "key")
    assert linker.constant("c", [1]) != linker.constant("c", [1])


def test_names_from_metadata_are_data_not_code() -> None:
    """A runtime may call its fields what it likes."""
    evil = "x'] + __import__('os').getcwd() #\n\"\"\"\\"
    fields = (Field(evil, 0), Field("from", 0))
    registry = Registry(
        [
            Type(0, (), (), Primitive("u8")),
            Type(1, (evil,), (), Composite(fields)),
            Type(2, (evil,), (), Variant((Case(evil, fields, 0), Case("B", (), 1)))),
        ]
    )
    value = {evil: 1, "from": 2}
    assert registry.decode(1, registry.encode(1, value)) == value
    assert registry.decode(2, registry.encode(2, (evil, value))) == (evil, value)
