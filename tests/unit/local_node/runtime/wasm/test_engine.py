"""The WebAssembly engine: one for the process, and the same on every machine."""

from __future__ import annotations

import pytest
from wasmtime import Module, Store, WasmtimeError, wat2wasm

from local_node.runtime.wasm.engine import engine


def test_there_is_one() -> None:
    assert engine() is engine()


def test_instructions_are_counted() -> None:
    store = Store(engine())
    store.set_fuel(7)
    assert store.get_fuel() == 7


@pytest.mark.parametrize(
    "text",
    [
        "(module (memory 1 1 shared))",
        "(module (memory i64 1))",
        "(module (func (result v128) (v128.const i64x2 0 0)))",
        "(module (func $f (return_call $f)))",
    ],
    ids=["threads", "memory64", "simd", "tail calls"],
)
def test_what_no_runtime_may_use_does_not_compile(text: str) -> None:
    with pytest.raises(WasmtimeError):
        Module(engine(), wat2wasm(text))
