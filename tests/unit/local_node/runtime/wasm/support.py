"""Small runtimes in WebAssembly text: a list of calls of host functions, and what they answered.

Each module is written for its test. Bytes lie in the module's data, every answer is copied into a
buffer with its length in front, and the one entry point, `run`, hands that buffer over.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from wasmtime import wat2wasm

from local_node.chain.host import HostExternalities, Signatures
from local_node.runtime.wasm.executor import ExecutionLimits, WasmRuntime
from local_node.runtime.wasm.host.table import FUNCTIONS
from local_node.state.store import Store
from local_node.state.trie import EMPTY_ROOT

DATA_AT = 1024
OUT_BYTES = 1 << 22


class Room(NamedTuple):
    """So many bytes that the host may write to; what is in them then is an answer, too."""

    size: int


class Step(NamedTuple):
    """One call. `gives` is the length of what an i32 points to; without it, i32 is a number."""

    name: str
    arguments: tuple[Any, ...]
    gives: int = 0
    number: bool = False


def step(name: str, *arguments: Any, gives: int = 0, number: bool = False) -> Step:
    return Step(name, arguments, gives, number)


def script(*steps: Step) -> bytes:
    """A module whose entry point `run` takes these steps and returns what they answered."""
    data = bytearray()
    lines: list[str] = []
    for one in steps:
        lines += _lines(one, data)
    imports = {one.name: _import(one.name) for one in steps}
    return module("\n".join(imports.values()), _run(lines, len(data)), data=bytes(data))


def module(
    imports: str, functions: str, *, data: bytes = b"", heap_base: int | None = None
) -> bytes:
    """A module in binary; `functions` may use `$emit*` to answer."""
    out = (DATA_AT + len(data) + 7) // 8 * 8
    base = out + OUT_BYTES if heap_base is None else heap_base
    escaped = "".join(f"\\{byte:02x}" for byte in data)
    return bytes(
        wat2wasm(f"""(module
          (import "env" "memory" (memory {base // 65536 + 2}))
          {imports}
          (global (export "__heap_base") i32 (i32.const {base}))
          (global $start i32 (i32.const {out}))
          (global $out (mut i32) (i32.const {out}))
          (data (i32.const {DATA_AT}) "{escaped}")
          (func $emit (param $at i32) (param $length i32)
            (i32.store (global.get $out) (local.get $length))
            (memory.copy (i32.add (global.get $out) (i32.const 4)) (local.get $at)
              (local.get $length))
            (global.set $out
              (i32.add (global.get $out) (i32.add (i32.const 4) (local.get $length)))))
          (func $emit_span (param $span i64)
            (call $emit (i32.wrap_i64 (local.get $span))
              (i32.wrap_i64 (i64.shr_u (local.get $span) (i64.const 32)))))
          (func $emit_number (param $number i64)
            (i64.store (i32.const 8) (local.get $number))
            (call $emit (i32.const 8) (i32.const 8)))
          (func $answer (result i64)
            (i64.or (i64.extend_i32_u (global.get $start))
              (i64.shl (i64.extend_i32_u (i32.sub (global.get $out) (global.get $start)))
                (i64.const 32))))
          {functions})""")
    )


def _run(lines: list[str], _size: int) -> str:
    body = "\n".join(lines)
    return f'(func (export "run") (param i32 i32) (result i64) {body} (call $answer))'


def _import(name: str) -> str:
    kind = FUNCTIONS[name].type
    params = " ".join(str(p) for p in kind.params)
    results = " ".join(str(r) for r in kind.results)
    return f'(import "env" "{name}" (func ${name} (param {params}) (result {results})))'


def _lines(one: Step, data: bytearray) -> list[str]:
    kind = FUNCTIONS[one.name].type
    assert len(kind.params) == len(one.arguments), one.name
    pushed, rooms = [], []
    for parameter, argument in zip(kind.params, one.arguments, strict=True):
        value = argument
        if isinstance(argument, bytes | Room):
            at, size = (
                DATA_AT + len(data),
                len(argument) if isinstance(argument, bytes) else argument.size,
            )
            data += argument if isinstance(argument, bytes) else bytes(size)
            value = size << 32 | at if str(parameter) == "i64" else at
            if isinstance(argument, Room):
                rooms.append(value)
        pushed.append(f"({parameter}.const {value})")
    call = f"(call ${one.name} {' '.join(pushed)})"
    return [_emitted(call, one, [str(r) for r in kind.results])] + [
        f"(call $emit_span (i64.const {room}))" for room in rooms
    ]


def _emitted(call: str, one: Step, results: list[str]) -> str:
    if not results:
        return call
    if results == ["i64"]:
        return f"(call $emit_{'number' if one.number else 'span'} {call})"
    if one.gives:
        return f"(call $emit {call} (i32.const {one.gives}))"
    return f"(call $emit_number (i64.extend_i32_u {call}))"


class Bench:
    """A runtime host over one state, for scripts."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store()
        self.ext = self.fresh()
        self.runtime = WasmRuntime(folder=folder)

    def fresh(self) -> HostExternalities:
        return HostExternalities(self.store.state(EMPTY_ROOT), Signatures())

    def over(self, root: bytes) -> HostExternalities:
        return HostExternalities(self.store.state(root), Signatures())

    def call(self, code: bytes, entry: str = "run", args: bytes = b"", **limits: int) -> bytes:
        """What an entry point of some code answers."""
        runtime = WasmRuntime(code, folder=self.folder, limits=ExecutionLimits(**limits))
        runtime.keystore, runtime.offchain = self.runtime.keystore, self.runtime.offchain
        return runtime.call(entry, args, self.ext)

    def run(self, *steps: Step) -> list[bytes]:
        """What the steps answered, one by one; numbers have 8 bytes."""
        return answers(self.call(script(*steps)))

    def one(self, name: str, *arguments: Any, gives: int = 0, number: bool = False) -> bytes:
        """What one step answered."""
        [answer] = self.run(step(name, *arguments, gives=gives, number=number))
        return answer


def answers(buffer: bytes) -> list[bytes]:
    found, at = [], 0
    while at < len(buffer):
        end = at + 4 + int.from_bytes(buffer[at : at + 4], "little")
        found.append(buffer[at + 4 : end])
        at = end
    return found


def number(answer: bytes) -> int:
    return int.from_bytes(answer, "little")


NONE = b"\x00"


def some(data: bytes) -> bytes:
    """`Some` of bytes, as SCALE encodes it."""
    from btsdk.scale.primitives import compact_encode

    return b"\x01" + compact_encode(len(data)) + data


def some_u32(value: int) -> bytes:
    return b"\x01" + value.to_bytes(4, "little")
