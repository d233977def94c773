"""Runtimes compiled to WebAssembly, behind the same boundary as the bundled one.

    inspecting.py          what a runtime says of itself without being run
    executor.py            `WasmRuntime`: one entry point on a fresh instance
    linking.py             a module with what it imports
    host/                  the host functions, by family
    call.py                what the host functions of one call work on
    modules.py             compiled modules, in memory and on disk
    environment.py         the module between a runtime and its host, with allocator.py: the heap
    code.py                compressed code, and the sections that say what it is
    null_externalities.py  an empty state
    binding.py             wasmtime's C API, where time counts

Needs `btsdk[wasm]`; nothing else in the project imports this room before such a runtime is wanted.
"""

from __future__ import annotations
