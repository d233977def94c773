"""The memory of a runtime, as its host reads and writes it."""

from __future__ import annotations

import pytest

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import Bench, module


@pytest.mark.parametrize("span", ["0x7fffffff00000000", "0x00000001ffffffff", "0xffffffffffffffff"])
def test_an_answer_outside_the_memory_is_none(bench: Bench, span: str) -> None:
    code = module("", f'(func (export "run") (param i32 i32) (result i64) (i64.const {span}))')
    with pytest.raises(RuntimePanic, match="outside a memory"):
        bench.call(code)


def test_an_argument_outside_the_memory_traps(bench: Bench) -> None:
    code = module(
        '(import "env" "ext_storage_get_version_1" (func $get (param i64) (result i64)))',
        """(func (export "run") (param i32 i32) (result i64)
             (call $get (i64.const 0x7fffffff00000000)))""",
    )
    with pytest.raises(RuntimePanic, match="outside a memory"):
        bench.call(code)
