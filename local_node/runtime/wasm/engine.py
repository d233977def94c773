"""The WebAssembly engine of this process, with the settings that make every machine agree."""

from __future__ import annotations

from functools import cache
from typing import Final

from wasmtime import Config, Engine

SETTINGS: Final = "2"
"""Grows when the engine's settings below change, since compiled code depends on them."""


@cache
def engine() -> Engine:
    """The engine of this process.

    Its time is counted in fuel, which costs next to nothing and is the same on every machine; by
    its epochs a call can be ended from outside (`guard.py`). What could make two machines differ,
    or what no runtime may use, is off.
    """
    config = Config()
    config.consume_fuel = True
    config.epoch_interruption = True
    config.cranelift_nan_canonicalization = True
    config.memory_may_move = False
    config.wasm_threads = False
    config.wasm_simd = False
    config.wasm_relaxed_simd = False
    config.wasm_memory64 = False
    config.wasm_tail_call = False
    return Engine(config)
