"""Hostile code as a chain's runtime: it ends by its limits, and at once when the node ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from wasmtime import wat2wasm

from local_node.chain.host import Host
from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.wasm import call as calls
from local_node.runtime.wasm import compiling
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.executor import ExecutionLimits, WasmRuntime
from local_node.runtime.wasm.host import offchain, trie
from local_node.runtime.wasm.host.table import FUNCTIONS
from local_node.state.trie import EMPTY_ROOT
from tests.unit.local_node.runtime.wasm.support import Bench, module

LOOP = "(loop $again (br $again))"
FOREVER = f'(func (export "run") (param i32 i32) (result i64) {LOOP} unreachable)'
NEVER = 2**62
"""Fuel that no test lives to see the end of."""
MARGIN_S = 60
"""How long "at once" and "in a second" may take on a machine that has other things to do."""


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path / "modules")


def run(body: str) -> str:
    return f'(func (export "run") (param i32 i32) (result i64) {body})'


def imported(name: str) -> str:
    kind = FUNCTIONS[name].type
    params = " ".join(str(each) for each in kind.params)
    results = " ".join(str(each) for each in kind.results)
    return f'(import "env" "{name}" (func $f (param {params}) (result {results})))'


@pytest.mark.parametrize(
    "body",
    [
        LOOP,
        "(loop $again (drop (memory.grow (i32.const 1))) (br $again))",
        "(loop $again (drop (memory.grow (i32.const 0))) (br $again))",
        "(loop $again (memory.fill (i32.const 0) (i32.const 1) (i32.const 65536)) (br $again))",
        "(loop $again (drop (table.grow 0 (ref.null func) (i32.const 1))) (br $again))",
    ],
)
def test_a_call_ends_by_its_time(bench: Bench, body: str) -> None:
    code = module("", f"(table 1 funcref) {run(body + ' unreachable')}")
    with pytest.raises(RuntimePanic, match="worked for more than 1 s"):
        bench.call(code, fuel=NEVER, seconds=1)


def test_by_default_a_call_ends_in_seconds() -> None:
    limits = ExecutionLimits()
    assert 1 <= limits.seconds <= limits.long_seconds <= 60


def test_what_runs_before_the_entry_point_ends_too(bench: Bench) -> None:
    code = module("", f"(func $first {LOOP}) (start $first) {run('(i64.const 0)')}")
    with pytest.raises(RuntimePanic, match="worked for more than 1 s"):
        bench.call(code, fuel=NEVER, seconds=1)


def test_a_trap_before_the_entry_point_is_a_panic(bench: Bench) -> None:
    code = module("", f"(func $first unreachable) (start $first) {run('(i64.const 0)')}")
    with pytest.raises(RuntimePanic, match="unreachable"):
        bench.call(code)


def test_a_table_does_not_grow_without_end(bench: Bench) -> None:
    grow = "(table.grow 0 (ref.null func) (i32.const 100000))"
    body = f"(loop $again (br_if $again (i32.ne {grow} (i32.const -1))))"
    code = module(
        "",
        f"""(table 1 funcref)
            {run(body + "(i32.store (i32.const 64) (table.size 0)) (i64.const 0x400000040)")}""",
    )
    assert int.from_bytes(bench.call(code), "little") <= 1_000_000


def test_a_runtime_gets_no_memory_beside_the_one_that_it_is_given(bench: Bench) -> None:
    code = module("", f"(memory $more 1) {run('(i64.const 0)')}")
    with pytest.raises(RuntimePanic, match="memor"):
        bench.call(code)


def test_a_runtime_that_begins_with_gigabytes_is_refused(bench: Bench) -> None:
    code = module("", run("(i64.const 0)"), heap_base=3 << 30)
    with pytest.raises(BadCode, match="initial pages of memory"):
        bench.call(code)


def test_the_chain_cannot_give_its_runtime_more_than_a_gigabyte(bench: Bench) -> None:
    bench.ext.set(b":heappages", b"\xff" * 8)
    grow = "(memory.grow (i32.const 20000))"
    code = module("", run(f"(i32.store (i32.const 64) {grow}) (i64.const 0x400000040)"))
    assert bench.call(code) == b"\xff" * 4


def test_allocations_in_a_loop_end_with_the_heap(bench: Bench) -> None:
    malloc = '(import "env" "ext_allocator_malloc_version_1" (func $f (param i32) (result i32)))'
    body = "(loop $again (drop (call $f (i32.const 1000000))) (br $again)) unreachable"
    with pytest.raises(RuntimePanic, match="the heap is full"):
        bench.call(module(malloc, run(body)))


def test_writes_in_a_loop_end_before_the_hosts_memory_does(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "MOST_HELD", 8 * 1024 * 1024)
    body = """
      (local $n i64)
      (loop $again
        (i64.store (i32.const 64) (local.tee $n (i64.add (local.get $n) (i64.const 1))))
        (call $f (i64.const 0x800000040) (i64.const 0x10000000000))
        (br $again))
      unreachable"""
    code = module(imported("ext_storage_set_version_1"), run(body))
    with pytest.raises(RuntimePanic, match=r"has written \d+ MiB in one call"):
        bench.call(code)


def test_writing_over_the_same_value_again_and_again_is_no_offence(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calls, "MOST_HELD", 1024 * 1024)
    body = """
      (local $n i64)
      (loop $again
        (local.set $n (i64.add (local.get $n) (i64.const 1)))
        (call $f (i64.const 0x800000040) (i64.const 0x10000000000))
        (br_if $again (i64.lt_u (local.get $n) (i64.const 10000))))
      (i64.const 0)"""
    assert bench.call(module(imported("ext_storage_set_version_1"), run(body))) == b""


def test_transactions_do_not_nest_without_end(bench: Bench) -> None:
    body = "(loop $again (call $f) (br $again)) unreachable"
    code = module(imported("ext_storage_start_transaction_version_1"), run(body))
    with pytest.raises(RuntimePanic, match="transactions are open"):
        bench.call(code)
    assert bench.ext.depth == 0


def test_what_is_kept_beside_the_chain_has_a_limit(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(offchain, "MOST_BYTES", 1024 * 1024)
    body = """
      (local $n i64)
      (loop $again
        (i64.store (i32.const 64) (local.tee $n (i64.add (local.get $n) (i64.const 1))))
        (call $f (i64.const 0x800000040) (i64.const 0x10000000000))
        (br $again))
      unreachable"""
    code = module(imported("ext_offchain_index_set_version_1"), run(body))
    with pytest.raises(RuntimePanic, match="the offchain storage holds"):
        bench.call(code)


def test_a_list_that_would_take_hours_is_refused(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trie, "MOST_ITEMS", 10)
    name = "ext_trie_blake2_256_ordered_root_version_1"
    with pytest.raises(RuntimePanic, match="above 10"):
        bench.one(name, bytes([11 << 2]) + bytes(11), gives=32)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(FUNCTIONS))
@pytest.mark.parametrize("word", [-1, 0x7FFFFFFF_FFFFFFF0, 0, 1 << 40])
def test_no_pointer_and_no_length_hurts_the_host(bench: Bench, name: str, word: int) -> None:
    """Whatever a host function is given, it answers or the runtime panics."""
    kind = FUNCTIONS[name].type
    pushed = " ".join(
        f"({each}.const {word if str(each) == 'i64' else word & 0xFFFFFFFF})"
        for each in kind.params
    )
    called = f"(call $f {pushed})"
    body = f"(drop {called})" if list(kind.results) else called
    code = module(imported(name), run(f"{body} (i64.const 0)"))
    with contextlib.suppress(RuntimePanic):
        assert bench.call(code, seconds=30) == b""
    assert bench.ext.depth == 0


# Compiling


def bomb(size: int = 2000, steps: int = 12_000) -> bytes:
    """A module of 200 kB that takes many seconds to compile."""
    body = "".join(
        f"(local.set {n % size} (i32.add (local.get {n * 7 % size}) (local.get {n * 13 % size})))"
        f"(block (br_if 0 (local.get {n % size})))"
        for n in range(steps)
    )
    return bytes(
        wat2wasm(
            f"""(module (import "env" "memory" (memory 2)) (global (export "__heap_base") i32
              (i32.const 65536)) (func (export "run") (param i32 i32) (result i64)
              (local {"i32 " * size}) (loop $again {body} (br_if $again (local.get 0)))
              unreachable))"""
        )
    )


def test_code_that_takes_long_to_compile_is_refused_and_not_tried_again(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiling, "_LEAST_S", 1)
    monkeypatch.setattr(compiling, "_BYTES_PER_S", 10**9)
    code = bomb()
    runtime = WasmRuntime(code, folder=bench.folder)
    with pytest.raises(BadCode, match="does not compile within 1 s"):
        runtime.call("run", b"", bench.ext)
    monkeypatch.setattr(compiling, "compiled", None)
    with pytest.raises(BadCode, match="does not compile within 1 s"):
        runtime.call("run", b"", bench.ext)


def test_what_is_compiled_in_another_process_is_the_same_module(bench: Bench) -> None:
    padding = "(func (result i64) " + "(drop (i64.const 123456789012)) " * 3000 + "(i64.const 0))"
    code = module("", f"{padding} {run('(i64.const 0)')}")
    assert len(code) > compiling.SMALL
    assert bench.call(code) == b""


def test_code_that_is_no_module_says_so_from_the_other_process_too(bench: Bench) -> None:
    with pytest.raises(BadCode, match="does not compile"):
        bench.call(b"\0asm" + bytes(compiling.SMALL))


# The end of the node


def test_a_chain_that_closes_ends_the_call_that_is_under_way(bench: Bench) -> None:
    host = Host(WasmRuntime(module("", FOREVER), folder=bench.folder, limits=_endless()))
    caught: list[BaseException] = []

    def work() -> None:
        try:
            host.call("run", b"", bench.store.state(EMPTY_ROOT))
        except BaseException as error:  # noqa: BLE001 - it is looked at below
            caught.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    time.sleep(0.3)
    host.stop()
    thread.join(MARGIN_S)
    assert isinstance(caught[0], RuntimePanic)
    assert "it was stopped" in str(caught[0])


def _endless() -> ExecutionLimits:
    return ExecutionLimits(fuel=NEVER, seconds=3600, long_seconds=3600)


_CALLING = """
import sys
from pathlib import Path
from local_node.runtime.wasm.executor import ExecutionLimits, WasmRuntime
from local_node.runtime.wasm.null_externalities import NullExternalities
code = Path(sys.argv[1]).read_bytes()
limits = ExecutionLimits(2**62, 2**62, 3600, 3600)
runtime = WasmRuntime(code, folder=Path(sys.argv[2]), limits=limits)
print("begins", flush=True)
try:
    runtime.call("run", b"", NullExternalities(code))
except KeyboardInterrupt:
    print("interrupted", flush=True)
"""


def test_control_c_ends_a_call_in_the_main_thread(tmp_path: Path) -> None:
    code = tmp_path / "code.wasm"
    code.write_bytes(module("", FOREVER))
    script = _CALLING.replace("Limits(2**62", "Limits(2048")
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(code), str(tmp_path / "modules")],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    time.sleep(1)
    process.send_signal(signal.SIGINT)
    said, _ = process.communicate(timeout=MARGIN_S)
    assert said == "interrupted\n"


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_node_whose_runtime_never_ends_ends_by_a_signal(
    tmp_path: Path, number: signal.Signals
) -> None:
    """Its genesis would take a minute of work, and the node never gets to a port."""
    code = tmp_path / "code.wasm"
    entries = "".join(
        f'(func (export "{entry}") (param i32 i32) (result i64) {LOOP} unreachable)'
        for entry in ("GenesisBuilder_build_state", "GenesisBuilder_get_preset", "Core_version")
    )
    code.write_bytes(module("", entries))
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "btcli", "node", "start", "--runtime", str(code)),
            *("--chain-file", str(tmp_path / "one.chain"), "--port", "0"),
        ],
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    time.sleep(8)
    assert process.poll() is None
    begun = time.monotonic()
    process.send_signal(number)
    said, _ = process.communicate(timeout=MARGIN_S)
    assert time.monotonic() - begun < 30, said
    assert process.returncode != 0
    assert "Traceback" not in said
