"""One entry point on a fresh instance: answers, traps, limits, and which code it is."""

from __future__ import annotations

import pytest

from local_node.chain.host import ANY_SIGNATURE
from local_node.runtime.boundary import RuntimePanic, UnknownEntry
from local_node.runtime.wasm.code import BadCode
from local_node.runtime.wasm.executor import WasmRuntime
from tests.unit.local_node.runtime.wasm.support import Bench, module, script, step

ECHO = module(
    "",
    """(func (export "echo") (param $at i32) (param $length i32) (result i64)
         (i64.or (i64.extend_i32_u (local.get $at))
           (i64.shl (i64.extend_i32_u (local.get $length)) (i64.const 32))))
       (func (export "not_an_entry") (param i32) (result i64) (i64.const 0))""",
)


COUNTER = module(
    "",
    """(global $count (mut i32) (i32.const 0))
       (func (export "run") (param i32 i32) (result i64)
         (global.set $count (i32.add (global.get $count) (i32.const 1)))
         (i32.store (i32.const 64) (i32.add (i32.load (i32.const 64)) (i32.const 1)))
         (i32.store (i32.const 68) (global.get $count))
         (i64.const 0x800000040))""",
)


@pytest.mark.parametrize("args", [b"", b"x", b"huge" * 1_000_000], ids=len)
def test_arguments_go_in_and_the_answer_comes_out(bench: Bench, args: bytes) -> None:
    assert bench.call(ECHO, "echo", args) == args


@pytest.mark.parametrize("entry", ["nothing", "not_an_entry", "__heap_base", "memory"])
def test_only_entry_points_are_called(bench: Bench, entry: str) -> None:
    with pytest.raises(UnknownEntry):
        bench.call(ECHO, entry)


def test_every_call_has_a_fresh_instance(bench: Bench) -> None:
    runtime = WasmRuntime(COUNTER, folder=bench.folder)
    ones = (1).to_bytes(4, "little") * 2
    assert [runtime.call("run", b"", bench.ext) for _ in range(3)] == [ones] * 3


def test_a_trap_is_an_error_and_leaves_the_state_alone(bench: Bench) -> None:
    code = module(
        """(import "env" "ext_storage_set_version_1" (func $set (param i64 i64)))
           (import "env" "ext_storage_start_transaction_version_1" (func $start))""",
        """(func (export "run") (param i32 i32) (result i64)
             (call $start)
             (call $set (i64.const 0x100000400) (i64.const 0x100000400))
             (i32.div_u (i32.const 1) (i32.const 0)) drop (i64.const 0))""",
        data=b"k",
    )
    with pytest.raises(RuntimePanic, match="divide by zero"):
        bench.call(code)
    assert (bench.ext.changes(), bench.ext.depth) == ({}, 0)


def test_a_runtime_that_never_ends_is_ended(bench: Bench) -> None:
    code = module(
        "",
        '(func (export "run") (param i32 i32) (result i64) (loop $again (br $again)) unreachable)',
    )
    with pytest.raises(RuntimePanic, match="more than 1000000 instructions"):
        bench.call(code, fuel=1_000_000)


def test_a_runtime_that_calls_itself_without_end_is_ended(bench: Bench) -> None:
    code = module(
        "",
        """(func $f (export "run") (param i32 i32) (result i64)
             (call $f (i32.const 0) (i32.const 0)))""",
    )
    with pytest.raises(RuntimePanic, match="stack"):
        bench.call(code)


def test_the_code_is_that_of_the_state_below(bench: Bench) -> None:
    """What a block writes under `:code` runs with the next one."""
    old, new = (
        module(
            "",
            f'(func (export "run") (param i32 i32) (result i64) (i64.const {1024 | 1 << 32}))',
            data=word,
        )
        for word in (b"1", b"2")
    )
    runtime = WasmRuntime(old, folder=bench.folder)
    bench.ext.set(b":code", new)
    assert runtime.call("run", b"", bench.ext) == b"1"
    following = bench.over(_committed(bench))
    assert runtime.call("run", b"", following) == b"2"


def _committed(bench: Bench) -> bytes:
    from local_node.state.store import StoredBlock

    update = bench.ext.update()
    block = StoredBlock(b"\1" * 32, bytes(32), 0, update.root, b"", b"")
    bench.store.commit(block, update, bench.ext.changes())
    return update.root


def test_a_state_without_code_has_no_runtime(bench: Bench) -> None:
    with pytest.raises(BadCode, match="nothing under :code"):
        WasmRuntime(folder=bench.folder).call("Core_version", b"", bench.ext)


def test_what_is_not_the_runtimes_fault_is_not_a_panic(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(key: bytes) -> bytes:
        raise OSError("the disk is gone")

    runtime = WasmRuntime(script(step("ext_storage_get_version_1", b"key")), folder=bench.folder)
    monkeypatch.setattr(bench.ext, "get", broken)
    monkeypatch.setattr(WasmRuntime, "_heap_pages", lambda *_: 1)
    with pytest.raises(OSError, match="disk is gone"):
        runtime.call("run", b"", bench.ext)


def test_impersonated_accounts_need_no_signature_here_either(bench: Bench) -> None:
    account = b"\7" * 32
    name = "ext_crypto_sr25519_verify_version_2"
    check = step(name, ANY_SIGNATURE, b"message", account)
    assert bench.run(check) == [bytes(8)]
    with bench.ext._signatures.impersonating([account]):
        assert bench.run(check) == [(1).to_bytes(8, "little")]
