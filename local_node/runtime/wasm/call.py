"""One call of an entry point: what its host functions may use."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from local_node.runtime.boundary import WasmExternalities
from local_node.runtime.wasm.binding import Memory

if TYPE_CHECKING:
    from local_node.runtime.wasm.executor import WasmRuntime

LOG: Final = logging.getLogger("local_node.runtime.wasm")
"""The node's log of what runtimes say; a runtime's target is a child of it."""


@dataclass
class Call:
    """What one call works on. `panic` is what the runtime said before it trapped, `failure` what
    a host function raised; `transactions` are those that it opened."""

    runtime: WasmRuntime
    ext: WasmExternalities
    memory: Memory
    scratch: Memory
    panic: str = ""
    failure: BaseException | None = None
    transactions: int = 0
    batch_is_good: bool | None = field(default=None)

    def leave(self, data: bytes) -> int:
        """Leave bytes for the runtime, which gets them in memory of its own; how many they are."""
        length = len(data)
        self.scratch.reserve(length)
        self.scratch.write(0, data)
        return length
