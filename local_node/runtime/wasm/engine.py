"""The WebAssembly engine of this process, with deterministic settings."""

from __future__ import annotations

from functools import cache
from typing import Final

from wasmtime import Config, Engine

SETTINGS: Final = "2"
"""The version of the settings below; increase it when they change, as compiled code depends on
it."""


@cache
def engine() -> Engine:
    """The engine of this process.

    It counts instructions as fuel, which is cheap and the same on every machine. Its epochs let
    another thread end a call (`guard.py`). Features that differ between machines or that no runtime
    may use are off.
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
