"""The module between a runtime and its host: memory, allocator, hashes, results.

A host function with a result of bytes writes it to a memory called scratch, which no runtime can
access, and returns its length. The runtime imports a function of this module that allocates this
many bytes, copies the result there and returns its address. So a result costs one crossing into
Python, and its allocation costs none.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from wasmtime import wat2wasm

from local_node.runtime.wasm import allocator, hashes
from local_node.runtime.wasm.allocator import FAIL
from local_node.runtime.wasm.host.function import HostFunction

HOST: Final = "host"
"""The module name of this module's own imports."""

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
    """The module text for a runtime that imports these functions and a memory of `pages` pages."""
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
