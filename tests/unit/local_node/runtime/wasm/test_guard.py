"""Why a call has to end."""

from __future__ import annotations

import sys

import pytest
from wasmtime import Instance, Module, Store, WasmtimeError, wat2wasm

from local_node.runtime.wasm.engine import engine
from local_node.runtime.wasm.guard import STOPPED, Guard

FOREVER = '(module (func (export "run") (loop $again (br $again))))'


def store() -> Store:
    made = Store(engine())
    made.set_fuel(2**62)
    return made


def run(one: Store) -> None:
    instance = Instance(one, Module(engine(), wat2wasm(FOREVER)), [])
    instance.exports(one)["run"](one)  # type: ignore[operator]


def test_a_call_within_its_time_goes_on() -> None:
    with Guard(store(), 60, lambda: False) as guard:
        assert guard.look() is None
    assert (guard.reason, guard.error) == (None, None)


def test_its_time_ends_it() -> None:
    one = store()
    with Guard(one, 0.05, lambda: False) as guard, pytest.raises(WasmtimeError):
        run(one)
    assert guard.reason == "it worked for more than 0.05 s"


def test_the_end_of_the_chain_ends_it_whatever_its_time_is() -> None:
    one = store()
    with Guard(one, 60, lambda: True) as guard, pytest.raises(WasmtimeError):
        run(one)
    assert guard.reason == STOPPED


def test_the_hook_of_the_interpreter_is_put_back() -> None:
    before = sys.unraisablehook
    with Guard(store(), 60, lambda: False):
        assert sys.unraisablehook is not before
    assert sys.unraisablehook is before
