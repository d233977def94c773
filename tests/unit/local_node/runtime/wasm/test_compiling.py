"""Where a module is compiled, and what is said of one that is none."""

from __future__ import annotations

import pytest
from wasmtime import Module, wat2wasm

from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.compiling import SMALL, compiled
from local_node.runtime.wasm.engine import engine


def never(wasm: bytes) -> bytes:
    raise AssertionError("a large module is not compiled in this process")


def test_a_small_module_is_compiled_in_this_process() -> None:
    assert compiled(bytes(SMALL), lambda wasm: wasm[:1] + b"compiled") == b"\0compiled"


def test_a_large_one_is_compiled_in_another() -> None:
    data = "a" * SMALL
    wasm = bytes(wat2wasm(f'(module (memory 1) (data (i32.const 0) "{data}"))'))
    assert len(wasm) > SMALL
    module = Module.deserialize(engine(), compiled(wasm, never))
    assert module.exports == []


def test_what_is_no_module_is_said() -> None:
    with pytest.raises(BadCode, match="does not compile: "):
        compiled(bytes(SMALL + 1), never)
