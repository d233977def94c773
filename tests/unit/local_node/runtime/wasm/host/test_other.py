"""Families of few functions."""

from __future__ import annotations

import logging

import py_arkworks_bls12381 as arkworks
import pytest

from local_node.runtime.boundary import RuntimePanic
from local_node.runtime.version import RuntimeVersion, api_id
from tests.unit.local_node.runtime.wasm.support import NONE, Bench, module, number, some, step

VERSION = RuntimeVersion("tiny", "test", 1, 7, 0, ((api_id("Core"), 5),), 3, 1)


@pytest.mark.skipif(hasattr(arkworks.G1Point, "to_xy_bytes_be"), reason="the library has it")
def test_an_older_library_is_named(bench: Bench) -> None:
    point = (bytes(96), bytes(16))
    with pytest.raises(RuntimePanic, match="needs py-arkworks-bls12381"):
        bench.one("ext_host_calls_bls12_381_mul_affine_g1_version_1", *point)


def test_what_is_printed_goes_to_the_log(bench: Bench, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, "local_node.runtime.wasm"):
        bench.run(
            step("ext_misc_print_num_version_1", 2**64 - 1),
            step("ext_misc_print_utf8_version_1", b"h\xc3\xa9 %s"),
            step("ext_misc_print_hex_version_1", b"\0\xff"),
        )
    assert [r.getMessage() for r in caplog.records] == [str(2**64 - 1), "hé %s", "0x00ff"]


def test_the_version_of_code_that_answers(bench: Bench) -> None:
    encoded = VERSION.encode()
    code = module(
        "",
        f"""(func (export "Core_version") (param i32 i32) (result i64)
              (i64.const {len(encoded) << 32 | 1024}))""",
        data=encoded,
    )
    assert bench.one("ext_misc_runtime_version_version_1", code) == some(encoded)


def test_what_is_no_runtime_has_no_version(bench: Bench) -> None:
    name = "ext_misc_runtime_version_version_1"
    nothing = module("", "")
    assert [bench.one(name, code) for code in (b"", b"\0asm", nothing)] == [NONE] * 3


def test_nobody_traces(bench: Bench) -> None:
    found = bench.run(
        step("ext_wasm_tracing_enabled_version_1", b""),
        step("ext_wasm_tracing_enter_span_version_1", b"", number=True),
        step("ext_wasm_tracing_event_version_1", b""),
        step("ext_wasm_tracing_exit_version_1", 0),
    )
    assert [number(answer) for answer in found] == [0, 0]


def test_bodies_need_no_index(bench: Bench) -> None:
    found = bench.run(
        step("ext_transaction_index_index_version_1", 1, 2, bytes(32)),
        step("ext_transaction_index_renew_version_1", 1, bytes(32)),
    )
    assert found == []


def test_no_proof_is_recorded(bench: Bench) -> None:
    name = "ext_storage_proof_size_storage_proof_size_version_1"
    assert number(bench.one(name, number=True)) == 2**64 - 1
