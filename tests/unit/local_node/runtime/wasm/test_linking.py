"""The imports of a runtime: known, unknown, and of another kind."""

from __future__ import annotations

import logging

import pytest

from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.wasm.code import BadCode
from tests.unit.local_node.runtime.wasm.support import Bench, module


def test_an_import_that_nobody_knows_is_named_and_traps_when_called(
    bench: Bench, caplog: pytest.LogCaptureFixture
) -> None:
    code = module(
        '(import "env" "ext_tea_brew_version_1" (func $brew (param i32)))',
        """(func (export "run") (param i32 i32) (result i64)
             (call $brew (i32.const 1)) (i64.const 0))
           (func (export "fine") (param i32 i32) (result i64) (i64.const 0))""",
    )
    with caplog.at_level(logging.WARNING):
        assert bench.call(code, "fine") == b""
    assert "ext_tea_brew_version_1" in caplog.text
    with pytest.raises(RuntimePanic, match="ext_tea_brew_version_1, which this host does not have"):
        bench.call(code)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('(import "env" "ext_storage_get_version_1" (func (param i32)))', "another signature"),
        ('(import "env" "table" (table 1 funcref))', "not a function"),
    ],
)
def test_imports_of_another_kind_are_refused(bench: Bench, text: str, reason: str) -> None:
    with pytest.raises(BadCode, match=reason):
        bench.call(module(text, ""))


def test_a_runtime_without_the_hosts_memory_is_refused(bench: Bench) -> None:
    from wasmtime import wat2wasm

    with pytest.raises(BadCode, match="defines its own memory"):
        bench.call(bytes(wat2wasm("(module (memory 1))")))
    nowhere = """(module (import "env" "memory" (memory 1))
      (func (export "run") (param i32 i32) (result i64) (i64.const 0)))"""
    with pytest.raises(BadCode, match="__heap_base"):
        bench.call(bytes(wat2wasm(nowhere)))
