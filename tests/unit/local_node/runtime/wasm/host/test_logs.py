"""What the runtime says, and where it is heard."""

from __future__ import annotations

import logging

import pytest

from local_node.runtime.boundary import RuntimePanic
from tests.unit.local_node.runtime.wasm.support import Bench, module, number, step

LOG = "ext_logging_log_version_1"
ROOT = "local_node.runtime.wasm"


@pytest.mark.parametrize(
    ("level", "named"),
    [
        (0, logging.ERROR),
        (1, logging.WARNING),
        (2, logging.INFO),
        (3, logging.DEBUG),
        (4, 5),
        (99, 5),
    ],
)
def test_levels_and_targets(
    bench: Bench, caplog: pytest.LogCaptureFixture, level: int, named: int
) -> None:
    with caplog.at_level(1, ROOT):
        bench.run(step(LOG, level, b"pallet::mine", b"100 % of \xff"))
    [record] = [record for record in caplog.records if record.name.endswith("mine")]
    assert (record.name, record.levelno) == (f"{ROOT}.pallet.mine", named)
    assert record.getMessage() == "100 % of \ufffd"


@pytest.mark.parametrize(
    ("listening", "told"),
    [
        (100, 0),
        (logging.ERROR, 1),
        (logging.WARNING, 2),
        (logging.INFO, 3),
        (logging.DEBUG, 4),
        (5, 5),
    ],
)
def test_the_runtime_need_not_say_what_nobody_hears(
    bench: Bench, caplog: pytest.LogCaptureFixture, listening: int, told: int
) -> None:
    with caplog.at_level(listening, ROOT):
        assert number(bench.one("ext_logging_max_level_version_1")) == told


def test_a_panic_through_the_handler(bench: Bench) -> None:
    with pytest.raises(RuntimePanic) as caught:
        bench.run(step("ext_panic_handler_abort_on_panic_version_1", b"panicked at 'no room'"))
    assert caught.value.reason == "panicked at 'no room'"


def test_a_panic_that_is_logged_before_the_trap(bench: Bench) -> None:
    code = module(
        f'(import "env" "{LOG}" (func $log (param i32 i64 i64)))',
        """(func (export "run") (param i32 i32) (result i64)
             (call $log (i32.const 0) (i64.const 0x700000400) (i64.const 0xd00000407))
             unreachable)""",
        data=b"runtime" + b"panicked: why",
    )
    with pytest.raises(RuntimePanic) as caught:
        bench.call(code)
    assert caught.value.reason == "panicked: why"
