"""One call of an entry point: what its host functions may use."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from btsdk.errors import BtError
from local_node.runtime.boundary import WasmExternalities
from local_node.runtime.wasm.binding import Memory

if TYPE_CHECKING:
    from local_node.runtime.wasm.executor import WasmRuntime

LOG: Final = logging.getLogger("local_node.runtime.wasm")
"""The node's log of what runtimes say; a runtime's target is a child of it."""

MOST_HELD: Final = 1024**3
"""What one call may write; half of it, where nothing was written over."""
MOST_LINES: Final = 10_000
MOST_TRANSACTIONS: Final = 1_000
_ENTRY_BYTES: Final = 100


class HostError(BtError):
    """A host function refuses what the runtime asked for; the runtime traps."""


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
    _written: int = 0
    _lines: int = 0

    def keep(self, size: int) -> None:
        """So many bytes go into the host's memory; raises `HostError` where it holds too many."""
        self._written += size + _ENTRY_BYTES
        if self._written > MOST_HELD:
            self._written = self.ext.held_bytes  # much may have been written over
            if self._written > MOST_HELD // 2:
                raise HostError(f"the runtime has written {self._written >> 20} MiB in one call")

    def say(self) -> bool:
        """Whether one more line of this call goes to the log."""
        self._lines += 1
        return self._lines <= MOST_LINES

    def leave(self, data: bytes) -> int:
        """Leave bytes for the runtime, which gets them in memory of its own; how many they are."""
        length = len(data)
        self.scratch.reserve(length)
        self.scratch.write(0, data)
        return length
