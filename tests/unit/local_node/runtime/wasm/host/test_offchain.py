"""What lies beside the chain."""

from __future__ import annotations

import time

import pytest

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import NONE, Bench, number, some, step

LOCAL = "ext_offchain_local_storage_"
GET, SET = LOCAL + "get_version_1", LOCAL + "set_version_1"
SWAP = LOCAL + "compare_and_set_version_1"


def test_values_are_apart_by_kind_and_outlive_the_call(bench: Bench) -> None:
    bench.run(step(SET, 1, b"key", b"persistent"), step(SET, 2, b"key", b""))
    found = bench.run(
        step(GET, 1, b"key"),
        step(GET, 2, b"key"),
        step(LOCAL + "clear_version_1", 1, b"key"),
        step(GET, 1, b"key"),
    )
    assert found == [some(b"persistent"), some(b""), NONE]


def test_a_value_is_swapped_only_for_the_expected_one(bench: Bench) -> None:
    found = bench.run(
        step(SWAP, 1, b"key", some(b""), b"no"),
        step(SWAP, 1, b"key", NONE, b"first"),
        step(SWAP, 1, b"key", NONE, b"no"),
        step(SWAP, 1, b"key", some(b"first"), b"second"),
    )
    assert [number(answer) for answer in found] == [0, 1, 0, 1]
    assert bench.one(GET, 1, b"key") == some(b"second")


def test_there_are_two_kinds(bench: Bench) -> None:
    with pytest.raises(RuntimePanic, match="kind 3"):
        bench.one(GET, 3, b"key")


def test_the_index_is_read_by_offchain_code(bench: Bench) -> None:
    index = "ext_offchain_index_"
    found = bench.run(
        step(index + "set_version_1", b"key", b"value"),
        step(GET, 1, b"key"),
        step(index + "clear_version_1", b"key"),
        step(GET, 1, b"key"),
    )
    assert found == [some(b"value"), NONE]


def test_time_and_chance(bench: Bench) -> None:
    before = time.time_ns() // 1_000_000
    now, first, second, validates = bench.run(
        step("ext_offchain_timestamp_version_1", number=True),
        step("ext_offchain_random_seed_version_1", gives=32),
        step("ext_offchain_random_seed_version_1", gives=32),
        step("ext_offchain_is_validator_version_1"),
    )
    assert before <= number(now) <= time.time_ns() // 1_000_000
    assert first != second
    assert number(validates) == 1


WORKERS: dict[str, tuple[int | bytes, ...]] = {
    "submit_transaction": (b"extrinsic",),
    "network_state": (),
    "sleep_until": (10**12,),
    "set_authorized_nodes": (b"\0", 0),
    "http_request_start": (b"GET", b"http://127.0.0.1", b"\0"),
    "http_request_add_header": (1, b"name", b"value"),
    "http_request_write_body": (1, b"body", NONE),
    "http_response_wait": (b"\0", NONE),
    "http_response_headers": (1,),
    "http_response_read_body": (1, b"\0" * 8, NONE),
}


@pytest.mark.parametrize("name", WORKERS)
def test_what_only_workers_may_traps(bench: Bench, name: str) -> None:
    """A runtime that imports it is loaded all the same, as every one with an offchain worker is."""
    with pytest.raises(RuntimePanic, match=f"ext_offchain_{name} is for offchain workers"):
        bench.one(f"ext_offchain_{name}_version_1", *WORKERS[name])
