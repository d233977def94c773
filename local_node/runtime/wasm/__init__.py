"""Runtimes compiled to WebAssembly, behind the same boundary as the bundled one.

  inspecting.py          the description of a runtime, read from its code
  executor.py            `WasmRuntime`: each entry point runs on a fresh instance
  linking.py             a module linked with its imports
  host/                  the host functions, by family
  call.py                the state of one call, for its host functions
  modules.py             compiled modules, in memory and on disk
  environment.py         the module between a runtime and its host; its heap is in allocator.py
  code.py                compressed code, and the custom sections with its version
  null_externalities.py  an empty state
  binding.py             wasmtime's C API, for frequent calls

Needs `btsdk[wasm]`. The rest of the project imports this room only when it runs such a runtime.
"""

from __future__ import annotations
