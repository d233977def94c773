"""The module that stands between a runtime and its host: memory, allocator, hashes, answers.

A host function that answers with bytes leaves them in a memory called scratch, which no runtime
can reach, and says how many they are. What the runtime imports is a function of this module: it
allocates so much, copies the bytes there, and returns where they are. So an answer costs one
crossing into Python, and none for its allocation.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from wasmtime import wat2wasm

from local_node.runtime.wasm import allocator, hashes
from local_node.runtime.wasm.allocator import FAIL
from local_node.runtime.wasm.host.function import HostFunction

HOST: Final = "host"
"""The module name of what this one imports."""

HEAP: Final = "memory"
SCRATCH: Final = "scratch"
BEGIN: Final = "begin"

_ANSWERS: Final = """
  (func $give_pointer (param $length i32) (result i32) (local $at i32)
    (local.set $at (call $malloc (local.get $length)))
    (memory.copy $heap $scratch (local.get $at) (i32.const 0) (local.get $length))
    (local.get $at))

  (func $give_span (param $length i32) (result i64)
    (i64.or (i64.extend_i32_u (call $give_pointer (local.get $length)))
      (i64.shl (i64.extend_i32_u (local.get $length)) (i64.const 32))))
"""


def environment(functions: Iterable[HostFunction], pages: int, most: int) -> bytes:
    """The module for a runtime that imports these functions and a memory of so many pages."""
    answering = [function for function in functions if function.allocates]
    imports = "".join(map(_import, answering))
    exports = "".join(map(_export, answering))
    return bytes(
        wat2wasm(f"""(module
          {imports}
          (import "{FAIL[0]}" "{FAIL[1]}" (func $fail (param i32)))
          (memory $heap (export "{HEAP}") {pages} {most})
          (memory $scratch (export "{SCRATCH}") 1)
          {allocator.TEXT}
          {hashes.TEXT}
          {_ANSWERS}
          {exports})""")
    )


def _import(function: HostFunction) -> str:
    return f"""
    (import "{HOST}" "{function.name}" (func $host_{function.name} {_params(function)}
      (result i32)))"""


def _export(function: HostFunction) -> str:
    assert function.returns is not None
    result, give = ("i64", "$give_span") if function.returns.is_wide else ("i32", "$give_pointer")
    passed = " ".join(f"(local.get {index})" for index in range(len(function.arguments)))
    return f"""
    (func (export "{function.name}") {_params(function)} (result {result})
      (call {give} (call $host_{function.name} {passed})))"""


def _params(function: HostFunction) -> str:
    return " ".join(f"(param {kind.type})" for kind in function.arguments)
